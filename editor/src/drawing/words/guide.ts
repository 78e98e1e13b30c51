import { areaWords } from './area.ts';

/** The guide beside a first procedure: about ten minutes, one task after another. */
export const guideWords = areaWords({
  fr: {
    title: 'Votre première procédure',
    count: '{{done}} sur {{all}}',
    button: 'Guide de la première procédure',
    close: 'Ranger le guide',
    show: 'Montrez-moi où',
    all: 'Toutes les tâches',
    done: 'Fait',
    open: 'À faire',
    practice: 'Nous avons cherché : c’est une pratique',
    tasks: {
      name: {
        title: 'Donner son nom à la procédure',
        how: 'Le titre que lira la personne qui ouvre un dossier.',
      },
      stage: {
        title: 'Écrire une phase',
        how: 'Une phase réunit des étapes, comme un titre dans un document. Sur une ligne : « … », puis « Ajouter une phase après ». Nommez-la.',
      },
      steps: {
        title: 'Écrire trois étapes',
        how: 'Tapez le titre d’une étape, puis Entrée : l’étape suivante est prête. Une étape est ce que quelqu’un fait avant de passer la main.',
      },
      who: {
        title: 'Dire qui fait une étape, et pour quand',
        how: 'Sous le titre de l’étape : « Qui ? » et « Délai ? ». Un délai est une durée : 48 heures, 5 jours ouvrés.',
      },
      rests: {
        title: 'Dire sur quoi une étape repose',
        how: 'Sous le titre, près de la balance : « pratique proposée ». Citez l’article d’une loi ou d’une convention. Ce qui n’en a pas est dit « pratique » : c’est une réponse honnête.',
      },
      way: {
        title: 'Tracer un second chemin',
        how: 'D’une étape partent plusieurs issues : l’enfant a été vu, l’enfant est introuvable. Sur la carte, le menu d’une étape, puis « Mène à… ».',
      },
      danger: {
        title: 'Dire quand un danger ouvre un volet',
        how: 'Ajoutez un volet dans le plan, par exemple « Protection urgente », et une règle : « un danger est vu ». Puis, dans Règles, « Signaux et questions reposées » : dites que cette règle l’ouvre, quelle que soit l’étape.',
      },
      todo: {
        title: 'Regarder ce qui reste à faire',
        how: 'La liste se refait pendant que vous écrivez. Ce qui est grave empêche de décider ; le reste peut attendre la réunion. Réglez ce qui est grave.',
      },
      safeguard: {
        title: 'Poser une garantie et la voir vérifiée',
        how: 'Une garantie est une phrase à compléter, vraie sur tous les chemins : « l’enfant est entendu avant toute décision ». Si elle ne tient pas, l’histoire qui la rompt est jouée sur la carte.',
      },
      try: {
        title: 'Essayer sur un dossier inventé',
        how: 'Jouez un dossier du début à la fin, puis « Garder cet essai » : il sera rejoué à chaque changement.',
      },
      print: {
        title: 'Imprimer la procédure',
        how: 'Imprimez-la, ou emportez-la en Word ou comme page à lire, pour la réunion. Coché dès que cet appareil l’a fait pour ce brouillon : un autre appareil ne le sait pas.',
      },
    },
    end: {
      title: 'Votre procédure est prête à être lue',
      how: 'Le comité la lit, la complète, puis la décide.',
      show: 'Aller à la décision',
    },
  },
  en: {
    title: 'Your first procedure',
    count: '{{done}} of {{all}}',
    button: 'Guide to a first procedure',
    close: 'Put the guide away',
    show: 'Show me where',
    all: 'All tasks',
    done: 'Done',
    open: 'To do',
    practice: 'We have looked: it is practice',
    tasks: {
      name: {
        title: 'Name the procedure',
        how: 'The title that somebody who opens a case will read.',
      },
      stage: {
        title: 'Write a stage',
        how: 'A stage holds steps, like a heading in a document. On a line: “…”, then “Add a stage after”. Name it.',
      },
      steps: {
        title: 'Write three steps',
        how: 'Type the title of a step, then Enter: the next step is ready. A step is what somebody does before handing on.',
      },
      who: {
        title: 'Say who does a step, and by when',
        how: 'Below the title of the step: “Who?” and “Deadline?”. A deadline is a span: 48 hours, 5 working days.',
      },
      rests: {
        title: 'Say on what a step rests',
        how: 'Below the title, beside the scales: “proposed practice”. Cite the article of a law or a convention. What has none is called “practice”: that is an honest answer.',
      },
      way: {
        title: 'Draw a second way',
        how: 'Several outcomes lead out of a step: the child was seen, the child cannot be found. On the map, the menu of a step, then “Goes to…”.',
      },
      danger: {
        title: 'Say when danger opens a track',
        how: 'Add a track in the outline, such as “Urgent protection”, and a rule: “danger is seen”. Then, in Rules, “Signals and questions asked again”: say that this rule opens it, whatever the step.',
      },
      todo: {
        title: 'Look at what is left to do',
        how: 'The list is made again as you write. What is grave keeps you from deciding; the rest can wait for the meeting. Settle what is grave.',
      },
      safeguard: {
        title: 'State a safeguard and see it verified',
        how: 'A safeguard is a sentence to complete, true on every path: “the child is heard before any decision”. If it does not hold, the story that breaks it is played on the map.',
      },
      try: {
        title: 'Try it on an invented case',
        how: 'Play a case from beginning to end, then “Keep this try”: it will be played again at each change.',
      },
      print: {
        title: 'Print the procedure',
        how: 'Print it, or take it out as a Word document or a page to read, for the meeting. Ticked once this device has done so for this draft: another device does not know.',
      },
    },
    end: {
      title: 'Your procedure is ready to be read',
      how: 'The committee reads it, completes it, then decides.',
      show: 'Go to the decision',
    },
  },
  es: {
    title: 'Su primer protocolo',
    count: '{{done}} de {{all}}',
    button: 'Guía del primer protocolo',
    close: 'Guardar la guía',
    show: 'Muéstreme dónde',
    all: 'Todas las tareas',
    done: 'Hecho',
    open: 'Por hacer',
    practice: 'Hemos buscado: es una práctica',
    tasks: {
      name: {
        title: 'Dar nombre al protocolo',
        how: 'El título que leerá quien abra un expediente.',
      },
      stage: {
        title: 'Escribir una fase',
        how: 'Una fase reúne etapas, como un título en un documento. En una línea: «…», luego «Añadir una fase después». Póngale nombre.',
      },
      steps: {
        title: 'Escribir tres etapas',
        how: 'Escriba el título de una etapa y pulse Intro: la siguiente está lista. Una etapa es lo que alguien hace antes de pasar el relevo.',
      },
      who: {
        title: 'Decir quién hace una etapa, y para cuándo',
        how: 'Bajo el título de la etapa: «¿Quién?» y «¿Plazo?». Un plazo es una duración: 48 horas, 5 días hábiles.',
      },
      rests: {
        title: 'Decir en qué se apoya una etapa',
        how: 'Bajo el título, junto a la balanza: «práctica propuesta». Cite el artículo de una ley o de un convenio. Lo que no lo tiene se llama «práctica»: es una respuesta honesta.',
      },
      way: {
        title: 'Trazar un segundo camino',
        how: 'De una etapa salen varios resultados: se vio al niño o la niña, no se le encuentra. En el mapa, el menú de una etapa, luego «Lleva a…».',
      },
      danger: {
        title: 'Decir cuándo un peligro abre una ruta',
        how: 'Añada una ruta paralela en el esquema, por ejemplo «Protección urgente», y una regla: «se ve un peligro». Luego, en Reglas, «Señales y preguntas repetidas»: diga que esa regla la abre, sea cual sea la etapa.',
      },
      todo: {
        title: 'Mirar lo que queda por hacer',
        how: 'La lista se rehace mientras escribe. Lo grave impide decidir; lo demás puede esperar a la reunión. Resuelva lo grave.',
      },
      safeguard: {
        title: 'Poner una garantía y verla verificada',
        how: 'Una garantía es una frase por completar, cierta en todos los caminos: «se escucha al niño o la niña antes de toda decisión». Si no se cumple, la historia que la rompe se muestra en el mapa.',
      },
      try: {
        title: 'Probar con un expediente inventado',
        how: 'Recorra un expediente de principio a fin y pulse «Guardar esta prueba»: se repetirá con cada cambio.',
      },
      print: {
        title: 'Imprimir el protocolo',
        how: 'Imprímalo, o lléveselo en Word o como página para leer, para la reunión. Se marca cuando este dispositivo lo ha hecho para este borrador: otro dispositivo no lo sabe.',
      },
    },
    end: {
      title: 'Su protocolo está listo para leerse',
      how: 'El comité lo lee, lo completa y después decide.',
      show: 'Ir a la decisión',
    },
  },
  ar: {
    title: 'إجراؤكم الأول',
    count: '{{done}} من {{all}}',
    button: 'دليل الإجراء الأول',
    close: 'إخفاء الدليل',
    show: 'أروني أين',
    all: 'كل المهام',
    done: 'تم',
    open: 'للإنجاز',
    practice: 'بحثنا: إنها ممارسة',
    tasks: {
      name: {
        title: 'تسمية الإجراء',
        how: 'العنوان الذي يقرؤه من يفتح ملفا.',
      },
      stage: {
        title: 'كتابة طور',
        how: 'الطور يجمع مراحل، كعنوان في وثيقة. على السطر: «…» ثم «إضافة طور بعدها». سموه.',
      },
      steps: {
        title: 'كتابة ثلاث مراحل',
        how: 'اكتبوا عنوان مرحلة ثم اضغطوا «إدخال»: المرحلة التالية جاهزة. المرحلة هي ما يقوم به شخص قبل تسليم الأمر إلى غيره.',
      },
      who: {
        title: 'تحديد من يقوم بالمرحلة وفي أي أجل',
        how: 'تحت عنوان المرحلة: «من؟» و«الأجل؟». الأجل مدة: 48 ساعة، 5 أيام عمل.',
      },
      rests: {
        title: 'تحديد ما تستند إليه المرحلة',
        how: 'تحت العنوان، قرب الميزان: «ممارسة مقترحة». اذكروا مادة من قانون أو اتفاقية. ما لا نص له يسمى «ممارسة»: وهذا جواب صادق.',
      },
      way: {
        title: 'رسم طريق ثان',
        how: 'من المرحلة تخرج عدة نتائج: شوهد الطفل، تعذر العثور على الطفل. على الخريطة، قائمة المرحلة ثم «تؤدي إلى…».',
      },
      danger: {
        title: 'تحديد متى يفتح الخطر شقا',
        how: 'أضيفوا شقا في المخطط، مثل «الحماية العاجلة»، وقاعدة: «لوحظ خطر». ثم في القواعد، «الإشارات والأسئلة المعادة»: قولوا إن هذه القاعدة تفتحه مهما كانت المرحلة.',
      },
      todo: {
        title: 'النظر فيما بقي للإنجاز',
        how: 'تتجدد القائمة وأنتم تكتبون. ما هو خطير يمنع القرار، والباقي ينتظر الاجتماع. عالجوا ما هو خطير.',
      },
      safeguard: {
        title: 'وضع ضمانة ورؤيتها محققة',
        how: 'الضمانة جملة تكملونها، تصدق على كل الطرق: «يستمع إلى الطفل قبل كل قرار». وإن اختلت عرضت القصة التي تخل بها على الخريطة.',
      },
      try: {
        title: 'التجربة على ملف متخيل',
        how: 'العبوا ملفا من أوله إلى آخره ثم «حفظ هذه التجربة»: يعاد عند كل تغيير.',
      },
      print: {
        title: 'طباعة الإجراء',
        how: 'اطبعوه، أو صدروه بصيغة وورد أو صفحة للقراءة، من أجل الاجتماع. تظهر العلامة بعد أن يفعل هذا الجهاز ذلك لهذه المسودة: لا يعلم بذلك جهاز آخر.',
      },
    },
    end: {
      title: 'إجراؤكم جاهز للقراءة',
      how: 'تقرؤه اللجنة وتكمله ثم تقرر.',
      show: 'الذهاب إلى القرار',
    },
  },
});
