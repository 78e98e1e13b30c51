import { areaWords } from './area.ts';

/** Help in the profession's words: each notion in two or three sentences and one example. */
export const helpWords = areaWords({
  fr: {
    about: 'Qu’est-ce que : {{name}} ?',
    example: 'Par exemple',
    close: 'Fermer',
    notions: {
      step: {
        name: 'Étape',
        says: 'Ce qu’une personne ou un service fait avant que le dossier avance. Elle a un titre, quelqu’un qui la fait, un délai, et une ou plusieurs issues.',
        example: 'Rencontrer l’enfant : le gestionnaire de cas, dans les 48 heures.',
      },
      kind: {
        name: 'Nature de l’étape',
        says: 'Un travail : quelqu’un agit. Une attente : un autre service agit, et il faut un délai. Un aiguillage : les règles choisissent seules le chemin. Une fin : le dossier s’y ferme.',
        example: '« Attendre la décision du juge » est une attente ; « Évaluer le danger » est un travail.',
      },
      stage: {
        name: 'Phase',
        says: 'Un groupe d’étapes qui vont ensemble, comme un titre dans un document. Elle peut avoir son propre délai.',
        example: 'La phase « Évaluation » réunit la visite, l’entretien et l’avis.',
      },
      track: {
        name: 'Volet',
        says: 'Un chemin qui court en même temps que les autres, sans les arrêter. Il attend d’être ouvert, puis avance de son côté ; le dossier ne se ferme pas tant qu’il est ouvert.',
        example: 'La protection urgente s’ouvre pendant que l’évaluation continue.',
      },
      signal: {
        name: 'Signal',
        says: 'Ce qui se voit à n’importe quelle étape et ne peut attendre. Dès que sa règle devient vraie, le volet qui l’écoute s’ouvre, sans que personne ait à y penser.',
        example: 'Un danger est noté pendant une visite : le volet urgent s’ouvre aussitôt.',
      },
      rule: {
        name: 'Règle',
        says: 'Une phrase à laquelle le dossier répond par oui, non ou inconnu. Elle ouvre, ferme, exige ou rappelle ; elle ne décide jamais à la place d’une personne.',
        example: '« L’enfant a été entendu » : oui, quand l’audition est notée.',
      },
      unknown: {
        name: 'Inconnu',
        says: 'Ce que personne n’a encore noté. Inconnu n’est pas non : une porte ordinaire attend la réponse, une porte qui protège l’enfant reste ouverte.',
        example: 'Âge inconnu : l’enfant est protégé comme un enfant, et l’âge est demandé.',
      },
      deadline: {
        name: 'Délai',
        says: 'La durée dans laquelle une étape doit être faite. L’échéance est l’instant où elle finit. Passé ce moment on rappelle et on alerte ; le dossier n’avance seul que si le dessin le dit.',
        example: '48 heures après le signalement ; rappel à 50 %, puis le superviseur.',
      },
      from: {
        name: 'À partir de quand',
        says: 'Le moment d’où l’on compte : l’ouverture de l’étape, une date notée, la fin d’une autre étape. Les jours comptent du lendemain et finissent le soir ; les heures comptent tout de suite.',
        example: 'Signalé vendredi à 17 h, 2 jours : fin dimanche soir ; 48 heures : dimanche à 17 h.',
      },
      working: {
        name: 'Jours ouvrables',
        says: 'On compte seulement les jours et les heures où le service est ouvert, d’après le calendrier de la procédure. Sinon, on compte tous les jours.',
        example: '2 jours ouvrables depuis vendredi 17 h : mardi, à l’heure de fermeture.',
      },
      basis: {
        name: 'Sur quoi cela repose',
        says: 'Loi : un article national l’exige. Norme : un texte international le demande. Pratique : le comité le propose, sans base légale ; c’est une réponse honnête, à décider.',
        example: 'Article 12 de la Convention relative aux droits de l’enfant : norme.',
      },
      measure: {
        name: 'Mesure',
        says: 'Une étape qui change la vie de l’enfant parce que quelqu’un l’a décidé. On n’y entre que par un acte rapporté par une personne : jamais par un délai, une règle ou un signal.',
        example: 'Le placement : il faut la décision du juge, son numéro et sa date.',
      },
      protective: {
        name: 'Acte qui protège',
        says: 'Mettre à l’abri, soigner, libérer, entendre, informer, recevoir une plainte. Ni un renseignement inconnu, ni un papier manquant, ni le refus d’un adulte ne le ferment.',
        example: 'L’enfant est mis à l’abri même si l’âge n’est pas établi.',
      },
      second: {
        name: 'Seconde personne',
        says: 'Un acte que deux personnes différentes portent ensemble : l’une le rapporte, l’autre le confirme. Cela protège l’enfant et celui qui décide.',
        example: 'Un retrait en urgence : le gestionnaire de cas et son superviseur.',
      },
      fresh: {
        name: 'Redemander à chaque fois',
        says: 'Ce renseignement redevient inconnu quand l’étape s’ouvre, et la fiche le demande encore. Ce qui avait été répondu reste dans l’histoire du dossier.',
        example: 'À chaque visite : « l’enfant est-il en danger aujourd’hui ? »',
      },
      safeguard: {
        name: 'Garantie',
        says: 'Une promesse faite à l’enfant, qui doit tenir sur tous les chemins possibles. La machine les parcourt tous ; si l’un la rompt, elle montre l’histoire la plus courte.',
        example: '« L’enfant est entendu avant toute décision » : vérifié sur tous les chemins.',
      },
      locked: {
        name: 'Verrouillé, à resserrer, libre',
        says: 'Ce que la procédure de base permet à un pays. Verrouillé : rien ne change. À resserrer : on peut protéger davantage, jamais moins. Libre : le pays décide.',
        example: 'Un délai « à resserrer » de 48 h peut devenir 24 h, pas 72 h.',
      },
      reason: {
        name: 'Motif de l’adaptation',
        says: 'Pourquoi le pays fait autrement que la base, et d’après quel texte. Ceux qui relisent, et ceux qui suivront une nouvelle base, en ont besoin.',
        example: '« Le code de l’enfant fixe 24 heures » : loi, article cité.',
      },
      gate: {
        name: 'Passage avant publication',
        says: 'Ce qui doit être vrai avant que la procédure serve à de vrais dossiers : rien de grave à faire, aucune garantie rompue, sauf celle qu’une loi citée rompt et qui est déclarée.',
        example: 'Une étape sans personne pour la faire ferme le passage.',
      },
      hash: {
        name: 'Empreinte',
        says: 'Un nombre calculé sur le texte entier. Le même texte a toujours la même empreinte ; un mot changé la change. On sait ainsi exactement ce qui a été approuvé.',
        example: 'Deux impressions avec la même empreinte disent mot pour mot la même chose.',
      },
    },
  },
  en: {
    about: 'What is this: {{name}}?',
    example: 'For example',
    close: 'Close',
    notions: {
      step: {
        name: 'Step',
        says: 'What a person or a service does before the case goes on. It has a title, somebody who does it, a deadline, and one or more outcomes.',
        example: 'Meet the child: the caseworker, within 48 hours.',
      },
      kind: {
        name: 'Kind of step',
        says: 'Work: somebody acts. Waiting: another service acts, and a deadline is needed. A choice: rules alone choose the way. An end: the case closes there.',
        example: '“Await the judge’s decision” is waiting; “Assess the danger” is work.',
      },
      stage: {
        name: 'Stage',
        says: 'A group of steps that belong together, like a heading in a document. It may have a deadline of its own.',
        example: 'The stage “Assessment” holds the visit, the interview and the opinion.',
      },
      track: {
        name: 'Track',
        says: 'A way that runs at the same time as the others, without stopping them. It waits to be opened, then goes on by itself; the case does not close while it is open.',
        example: 'Urgent protection opens while the assessment goes on.',
      },
      signal: {
        name: 'Signal',
        says: 'What may be seen at any step and cannot wait. As soon as its rule becomes true, the track that listens opens, without anybody having to think of it.',
        example: 'Danger is noted during a visit: the urgent track opens at once.',
      },
      rule: {
        name: 'Rule',
        says: 'A sentence that the case answers with yes, no or unknown. It opens, closes, requires or reminds; it never decides in a person’s place.',
        example: '“The child was heard”: yes, once the hearing is recorded.',
      },
      unknown: {
        name: 'Unknown',
        says: 'What nobody has recorded yet. Unknown is not no: an ordinary door waits for the answer, a door that protects the child stays open.',
        example: 'Age unknown: the child is protected as a child, and the age is asked.',
      },
      deadline: {
        name: 'Deadline',
        says: 'The span within which a step must be done. It ends at a due instant. After it people are reminded and alerted; the case moves by itself only if the drawing says so.',
        example: '48 hours after the report; a reminder at 50%, then the supervisor.',
      },
      from: {
        name: 'From when',
        says: 'The moment from which one counts: the opening of the step, a recorded date, the end of another step. Days count from the next day and end in the evening; hours count at once.',
        example: 'Reported Friday 17:00, 2 days: ends Sunday evening; 48 hours: Sunday 17:00.',
      },
      working: {
        name: 'Working days',
        says: 'Only days and hours at which the service is open count, by the calendar of the procedure. Otherwise every day counts.',
        example: '2 working days from Friday 17:00: Tuesday, at closing time.',
      },
      basis: {
        name: 'What it rests on',
        says: 'Law: a national article requires it. Standard: an international text asks for it. Practice: the committee proposes it, without a legal basis; that is an honest answer, to be decided.',
        example: 'Article 12 of the Convention on the Rights of the Child: standard.',
      },
      measure: {
        name: 'Measure',
        says: 'A step that changes the child’s life because somebody decided so. It is entered only by an act that a person reports: never by a deadline, a rule or a signal.',
        example: 'Placement: it takes the judge’s decision, its number and its date.',
      },
      protective: {
        name: 'Protective act',
        says: 'Shelter, care, release, hearing, informing, receiving a complaint. Neither an unknown fact, nor a missing paper, nor an adult’s refusal closes it.',
        example: 'The child is sheltered even if the age is not established.',
      },
      second: {
        name: 'Second person',
        says: 'An act that two different people carry together: one reports it, the other confirms. It protects the child, and who decides.',
        example: 'An urgent removal: the caseworker and the supervisor.',
      },
      fresh: {
        name: 'Ask again each time',
        says: 'This fact becomes unknown again when the step opens, and the form asks once more. What was answered before stays in the history of the case.',
        example: 'At each visit: “is the child in danger today?”',
      },
      safeguard: {
        name: 'Safeguard',
        says: 'A promise made to the child, which must hold on every possible path. The machine walks all of them; if one breaks it, it shows the shortest story.',
        example: '“The child is heard before any decision”: verified on every path.',
      },
      locked: {
        name: 'Locked, tighten, free',
        says: 'What the base procedure lets a country do. Locked: nothing changes. Tighten: one may protect more, never less. Free: the country decides.',
        example: 'A “tighten” deadline of 48 h may become 24 h, not 72 h.',
      },
      reason: {
        name: 'Reason of an adaptation',
        says: 'Why the country does otherwise than the base, and by which text. Those who review it, and those who follow a new base, need it.',
        example: '“The children’s code says 24 hours”: law, article cited.',
      },
      gate: {
        name: 'Gate before publishing',
        says: 'What must be true before the procedure serves real cases: nothing grave left to do, no safeguard broken but one that a cited law breaks and that is declared.',
        example: 'A step that nobody does shuts the gate.',
      },
      hash: {
        name: 'Fingerprint (hash)',
        says: 'A number computed from the whole text. The same text always has the same fingerprint; one changed word changes it. So one knows exactly what was approved.',
        example: 'Two printouts with the same fingerprint say the same, word for word.',
      },
    },
  },
  es: {
    about: '¿Qué es: {{name}}?',
    example: 'Por ejemplo',
    close: 'Cerrar',
    notions: {
      step: {
        name: 'Etapa',
        says: 'Lo que una persona o un servicio hace antes de que el expediente avance. Tiene un título, alguien que la hace, un plazo y uno o varios resultados.',
        example: 'Encontrarse con el niño o la niña: profesional a cargo, en 48 horas.',
      },
      kind: {
        name: 'Tipo de etapa',
        says: 'Trabajo: alguien actúa. Espera: actúa otro servicio y hace falta un plazo. Bifurcación: las reglas eligen solas el camino. Final: el expediente se cierra ahí.',
        example: '«Esperar la decisión del juez» es una espera; «Evaluar el peligro» es un trabajo.',
      },
      stage: {
        name: 'Fase',
        says: 'Un grupo de etapas que van juntas, como un título en un documento. Puede tener su propio plazo.',
        example: 'La fase «Evaluación» reúne la visita, la entrevista y el dictamen.',
      },
      track: {
        name: 'Ruta paralela',
        says: 'Un camino que corre al mismo tiempo que los demás, sin detenerlos. Espera a ser abierto y avanza por su lado; el expediente no se cierra mientras esté abierto.',
        example: 'La protección urgente se abre mientras la evaluación continúa.',
      },
      signal: {
        name: 'Señal',
        says: 'Lo que puede verse en cualquier etapa y no puede esperar. En cuanto su regla es cierta, se abre la ruta que la escucha, sin que nadie tenga que pensarlo.',
        example: 'Se anota un peligro durante una visita: la ruta urgente se abre enseguida.',
      },
      rule: {
        name: 'Regla',
        says: 'Una frase a la que el expediente responde sí, no o desconocido. Abre, cierra, exige o recuerda; nunca decide en lugar de una persona.',
        example: '«Se escuchó al niño o la niña»: sí, cuando la escucha está anotada.',
      },
      unknown: {
        name: 'Desconocido',
        says: 'Lo que nadie ha anotado todavía. Desconocido no es no: una puerta común espera la respuesta; una puerta que protege sigue abierta.',
        example: 'Edad desconocida: se protege como a un niño o una niña, y se pregunta la edad.',
      },
      deadline: {
        name: 'Plazo',
        says: 'La duración en que debe hacerse una etapa. Termina en su vencimiento. Después se recuerda y se alerta; el expediente solo avanza por sí mismo si el dibujo lo dice.',
        example: '48 horas tras el reporte; recordatorio al 50 %, luego la supervisión.',
      },
      from: {
        name: 'Desde cuándo',
        says: 'El momento desde el que se cuenta: la apertura de la etapa, una fecha anotada, el final de otra etapa. Los días cuentan desde el siguiente y terminan por la noche; las horas, enseguida.',
        example:
          'Reportado el viernes a las 17 h, 2 días: domingo por la noche; 48 horas: domingo a las 17 h.',
      },
      working: {
        name: 'Días hábiles',
        says: 'Solo cuentan los días y horas en que el servicio abre, según el calendario del protocolo. Si no, cuentan todos los días.',
        example: '2 días hábiles desde el viernes a las 17 h: martes, a la hora de cierre.',
      },
      basis: {
        name: 'En qué se apoya',
        says: 'Ley: un artículo nacional lo exige. Norma: un texto internacional lo pide. Práctica: el comité lo propone, sin base legal; es una respuesta honesta, por decidir.',
        example: 'Artículo 12 de la Convención sobre los Derechos del Niño: norma.',
      },
      measure: {
        name: 'Medida',
        says: 'Una etapa que cambia la vida del niño o la niña porque alguien lo decidió. Solo se entra por un acto que una persona reporta: nunca por un plazo, una regla o una señal.',
        example: 'El acogimiento: hace falta la decisión judicial, su número y su fecha.',
      },
      protective: {
        name: 'Acto que protege',
        says: 'Poner a salvo, atender, liberar, escuchar, informar, recibir una queja. Ni un dato desconocido, ni un papel que falta, ni la negativa de un adulto lo cierran.',
        example: 'Se pone a salvo al niño o la niña aunque no conste la edad.',
      },
      second: {
        name: 'Segunda persona',
        says: 'Un acto que llevan juntas dos personas distintas: una lo reporta, otra lo confirma. Protege al niño o la niña y a quien decide.',
        example: 'Un retiro urgente: profesional a cargo y supervisión.',
      },
      fresh: {
        name: 'Preguntar cada vez',
        says: 'Este dato vuelve a ser desconocido cuando se abre la etapa, y la ficha lo pregunta otra vez. Lo respondido antes queda en la historia del expediente.',
        example: 'En cada visita: «¿está hoy en peligro el niño o la niña?»',
      },
      safeguard: {
        name: 'Garantía',
        says: 'Una promesa hecha al niño o la niña, que debe cumplirse en todos los caminos. La máquina los recorre todos; si uno la rompe, muestra la historia más corta.',
        example: '«Se escucha al niño o la niña antes de toda decisión»: verificado en todos los caminos.',
      },
      locked: {
        name: 'Bloqueado, reforzar, libre',
        says: 'Lo que el protocolo de base permite a un país. Bloqueado: nada cambia. Reforzar: se puede proteger más, nunca menos. Libre: decide el país.',
        example: 'Un plazo «reforzar» de 48 h puede pasar a 24 h, no a 72 h.',
      },
      reason: {
        name: 'Motivo de la adaptación',
        says: 'Por qué el país hace otra cosa que la base, y según qué texto. Lo necesitan quienes revisan y quienes seguirán una base nueva.',
        example: '«El código de la niñez fija 24 horas»: ley, artículo citado.',
      },
      gate: {
        name: 'Control antes de publicar',
        says: 'Lo que debe ser cierto antes de que el protocolo sirva a casos reales: nada grave por hacer, ninguna garantía rota salvo la que rompe una ley citada y declarada.',
        example: 'Una etapa que nadie hace cierra el paso.',
      },
      hash: {
        name: 'Huella',
        says: 'Un número calculado sobre el texto entero. El mismo texto tiene siempre la misma huella; una palabra cambiada la cambia. Así se sabe exactamente qué se aprobó.',
        example: 'Dos copias con la misma huella dicen lo mismo, palabra por palabra.',
      },
    },
  },
  ar: {
    about: 'ما هو: {{name}}؟',
    example: 'مثلا',
    close: 'إغلاق',
    notions: {
      step: {
        name: 'المرحلة',
        says: 'ما يقوم به شخص أو مصلحة قبل أن يتقدم الملف. لها عنوان، ومن يقوم بها، وأجل، ونتيجة أو أكثر.',
        example: 'لقاء الطفل: المتابع الاجتماعي، في غضون 48 ساعة.',
      },
      kind: {
        name: 'نوع المرحلة',
        says: 'عمل: شخص يتصرف. انتظار: مصلحة أخرى تتصرف ولا بد من أجل. مفترق: القواعد وحدها تختار الطريق. نهاية: يغلق الملف عندها.',
        example: '«انتظار قرار القاضي» انتظار، و«تقييم الخطر» عمل.',
      },
      stage: {
        name: 'الطور',
        says: 'مجموعة مراحل متصلة، كعنوان في وثيقة. وقد يكون له أجل خاص.',
        example: 'طور «التقييم» يجمع الزيارة والمقابلة والرأي.',
      },
      track: {
        name: 'الشق',
        says: 'طريق يسير مع غيره في الوقت نفسه دون أن يوقفه. ينتظر أن يفتح ثم يتقدم وحده، ولا يغلق الملف ما دام مفتوحا.',
        example: 'تفتح الحماية العاجلة بينما يستمر التقييم.',
      },
      signal: {
        name: 'الإشارة',
        says: 'ما قد يلاحظ في أي مرحلة ولا يحتمل الانتظار. ما إن تصدق قاعدتها حتى يفتح الشق الذي ينتظرها دون أن يتذكر أحد ذلك.',
        example: 'يسجل خطر أثناء زيارة: يفتح الشق العاجل فورا.',
      },
      rule: {
        name: 'القاعدة',
        says: 'جملة يجيب عنها الملف بنعم أو لا أو غير معلوم. تفتح أو تغلق أو توجب أو تذكر، ولا تقرر أبدا بدل شخص.',
        example: '«استمع إلى الطفل»: نعم، متى سجل الاستماع.',
      },
      unknown: {
        name: 'غير معلوم',
        says: 'ما لم يسجله أحد بعد. غير المعلوم ليس «لا»: الباب العادي ينتظر الجواب، والباب الذي يحمي الطفل يبقى مفتوحا.',
        example: 'السن غير معلومة: يحمى بصفته طفلا وتطلب السن.',
      },
      deadline: {
        name: 'الأجل',
        says: 'المدة التي يجب أن تنجز فيها المرحلة، وتنتهي عند حلول الأجل. بعده يذكر وينبه، ولا يتقدم الملف وحده إلا إذا نص الرسم على ذلك.',
        example: '48 ساعة بعد الإشعار: تذكير عند 50 %، ثم المشرف.',
      },
      from: {
        name: 'ابتداء من متى',
        says: 'اللحظة التي يحسب منها: افتتاح المرحلة، أو تاريخ مسجل، أو انتهاء مرحلة أخرى. الأيام تحسب من الغد وتنتهي مساء، والساعات تحسب فورا.',
        example: 'إشعار يوم الجمعة الخامسة مساء، يومان: مساء الأحد، و48 ساعة: الأحد الخامسة مساء.',
      },
      working: {
        name: 'أيام العمل',
        says: 'لا تحسب إلا الأيام والساعات التي تفتح فيها المصلحة حسب تقويم الإجراء. وإلا حسبت كل الأيام.',
        example: 'يوما عمل من الجمعة الخامسة مساء: الثلاثاء عند ساعة الإغلاق.',
      },
      basis: {
        name: 'ما يستند إليه',
        says: 'قانون: فصل وطني يوجبه. معيار: نص دولي يطلبه. ممارسة: تقترحه اللجنة بلا أساس قانوني، وهو جواب صادق ينتظر القرار.',
        example: 'المادة 12 من اتفاقية حقوق الطفل: معيار.',
      },
      measure: {
        name: 'التدبير',
        says: 'مرحلة تغير حياة الطفل لأن شخصا قرر ذلك. لا تدخل إلا بفعل يبلغ عنه شخص، لا بأجل ولا بقاعدة ولا بإشارة.',
        example: 'الإيداع: يلزم قرار القاضي ورقمه وتاريخه.',
      },
      protective: {
        name: 'فعل يحمي',
        says: 'الإيواء والعلاج والإفراج والاستماع والإعلام وتلقي الشكوى. لا يغلقه أمر غير معلوم ولا ورقة ناقصة ولا رفض بالغ.',
        example: 'يؤوى الطفل وإن لم تثبت سنه.',
      },
      second: {
        name: 'شخص ثان',
        says: 'فعل يتحمله شخصان مختلفان معا: أحدهما يبلغ عنه والآخر يؤكده. يحمي ذلك الطفل ومن يقرر.',
        example: 'إبعاد عاجل: المتابع الاجتماعي ومشرفه.',
      },
      fresh: {
        name: 'السؤال من جديد كل مرة',
        says: 'يعود هذا الأمر غير معلوم عند فتح المرحلة وتسأل عنه الاستمارة من جديد. أما الجواب السابق فيبقى في تاريخ الملف.',
        example: 'في كل زيارة: «هل الطفل في خطر اليوم؟»',
      },
      safeguard: {
        name: 'الضمانة',
        says: 'وعد للطفل يجب أن يصدق على كل الطرق الممكنة. تسلكها الآلة كلها، وإن أخل به طريق أظهرت أقصر قصة.',
        example: '«يستمع إلى الطفل قبل كل قرار»: محقق على كل الطرق.',
      },
      locked: {
        name: 'مقفل، للتشديد، حر',
        says: 'ما يسمح به الإجراء الأساسي لبلد. مقفل: لا يتغير شيء. للتشديد: يمكن زيادة الحماية لا إنقاصها. حر: يقرر البلد.',
        example: 'أجل «للتشديد» مدته 48 ساعة قد يصير 24 ساعة لا 72.',
      },
      reason: {
        name: 'سبب التكييف',
        says: 'لماذا يفعل البلد غير ما في الأساس، وبأي نص. يحتاج إليه من يراجع ومن يتبع أساسا جديدا.',
        example: '«مجلة الطفل تحدد 24 ساعة»: قانون، والفصل مذكور.',
      },
      gate: {
        name: 'المعبر قبل النشر',
        says: 'ما يجب أن يصدق قبل أن يخدم الإجراء ملفات حقيقية: لا شيء خطير باق، ولا ضمانة مختلة إلا ما يخل به قانون مذكور ومصرح به.',
        example: 'مرحلة لا يقوم بها أحد تغلق المعبر.',
      },
      hash: {
        name: 'البصمة',
        says: 'رقم يحسب من النص كله. للنص نفسه البصمة نفسها دائما، وكلمة تتغير تغيرها. فيعرف بالضبط ما تمت الموافقة عليه.',
        example: 'نسختان بالبصمة نفسها تقولان الشيء نفسه حرفا بحرف.',
      },
    },
  },
});
