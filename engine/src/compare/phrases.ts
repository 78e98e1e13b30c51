import type { ToldIn, Words } from './difference.ts';

/** Arabic is written by us and unreviewed. */
const words = (fr: string, en: string, es: string, ar: string): Words => ({ fr, en, es, ar });

/** The small words of a difference. */
export const PHRASES = {
  /** Nouns in French and Spanish, so that they agree with whatever came or went. */
  added: words('ajout', 'added', 'adición', 'إضافة'),
  removed: words('retrait', 'removed', 'supresión', 'سحب'),
  moved: words('déplacement', 'moved', 'traslado', 'نقل'),
  changed: words('modification', 'changed', 'cambio', 'تعديل'),
  nothing: words('rien', 'nothing', 'nada', 'لا شيء'),
  unknown: words('inconnu', 'unknown', 'desconocido', 'غير معروف'),
  yes: words('oui', 'yes', 'sí', 'نعم'),
  no: words('non', 'no', 'no', 'لا'),
  and: words('et', 'and', 'y', 'و'),
  or: words('ou', 'or', 'o', 'أو'),
  not: words('pas', 'not', 'no', 'ليس'),
  if: words('si', 'if', 'si', 'إذا'),
  in: words('dans', 'in', 'en', 'في'),
  from: words('de', 'from', 'de', 'من'),
  to: words('vers', 'to', 'a', 'إلى'),
  stays: words('sur place', 'staying there', 'sin moverse', 'في المكان نفسه'),
  when: words('quand', 'when', 'cuando', 'عند'),
  atOnce: words('aussitôt', 'at once', 'de inmediato', 'فورا'),
  whenDone: words('quand tout est fait', 'when all is done', 'cuando todo está hecho', 'عندما ينجز كل شيء'),
  afterDeadline: words('passé le délai', 'after the deadline', 'vencido el plazo', 'بعد انقضاء الأجل'),
  standing: words('le dossier est à', 'the case stands in', 'el expediente está en', 'الملف في'),
  order: words('ordre des voies', 'order of the ways', 'orden de las vías', 'ترتيب المسارات'),
  parent: words('place', 'place', 'lugar', 'الموضع'),
  entry: words('l’ouverture de l’étape', 'the opening of the step', 'la apertura del paso', 'فتح الخطوة'),
  doneStep: words('la fin de', 'the end of', 'el fin de', 'نهاية'),
  latest: words('le plus tardif de', 'the latest of', 'lo más tardío de', 'الأحدث من'),
  earliest: words('le plus tôt de', 'the earliest of', 'lo más temprano de', 'الأسبق من'),
  first: words('le premier connu de', 'the first known of', 'lo primero conocido de', 'أول معلوم من'),
  step: words('étape', 'step', 'paso', 'خطوة'),
  way: words('voie', 'way', 'vía', 'مسار'),
} as const satisfies Readonly<Record<string, Words>>;

/** Operators of conditions, as they stand between a fact and a value. */
export const OPERATORS: Readonly<Record<string, Words>> = {
  equal: words('est', 'is', 'es', 'هو'),
  notEqual: words('n’est pas', 'is not', 'no es', 'ليس'),
  in: words('est parmi', 'is among', 'está entre', 'من بين'),
  notIn: words('n’est pas parmi', 'is not among', 'no está entre', 'ليس من بين'),
  contains: words('contient', 'contains', 'contiene', 'يتضمن'),
  doesNotContain: words('ne contient pas', 'does not contain', 'no contiene', 'لا يتضمن'),
  lessThan: words('moins de', 'less than', 'menos de', 'أقل من'),
  lessThanInclusive: words('au plus', 'at most', 'como máximo', 'على الأكثر'),
  greaterThan: words('plus de', 'more than', 'más de', 'أكثر من'),
  greaterThanInclusive: words('au moins', 'at least', 'al menos', 'على الأقل'),
  known: words('est connu :', 'is known:', 'se conoce:', 'معلوم:'),
  before: words('avant', 'before', 'antes de', 'قبل'),
  after: words('après', 'after', 'después de', 'بعد'),
  withinLast: words('depuis moins de', 'within the last', 'en los últimos', 'خلال آخر'),
};

/** What a committee calls a field; a field that is not here is called by its id. */
export const FIELDS: Readonly<Record<string, Words>> = {
  title: words('intitulé', 'title', 'título', 'العنوان'),
  label: words('intitulé', 'wording', 'redacción', 'الصياغة'),
  who: words('qui', 'who', 'quién', 'من'),
  with: words('avec', 'with', 'con', 'مع'),
  present: words('présence requise', 'must be present', 'presencia obligatoria', 'حضور لازم'),
  informed: words('informés', 'informed', 'informados', 'من يعلم'),
  purpose: words('but', 'purpose', 'finalidad', 'الغاية'),
  how: words('comment', 'how', 'cómo', 'كيف'),
  child: words(
    'parole de l’enfant',
    'how the child is heard',
    'cómo se escucha a la niña o niño',
    'كلام الطفل',
  ),
  form: words('formulaire', 'form', 'formulario', 'الاستمارة'),
  fresh: words('redemandé à chaque fois', 'asked again each time', 'se pregunta cada vez', 'يسأل عنه كل مرة'),
  settles: words('signaux à trancher', 'signals to answer', 'señales por responder', 'إشارات للفصل فيها'),
  tasks: words('tâche', 'task', 'tarea', 'مهمة'),
  deadlines: words('délais', 'deadlines', 'plazos', 'آجال'),
  documents: words('documents', 'documents', 'documentos', 'وثائق'),
  competencies: words('compétences', 'competencies', 'competencias', 'كفاءات'),
  sources: words('sources', 'sources', 'fuentes', 'مصادر'),
  basis: words('fondement', 'basis', 'fundamento', 'الأساس'),
  adaptation: words('adaptation permise', 'adaptation allowed', 'adaptación permitida', 'التكييف المسموح'),
  order: words('ordre de lecture', 'reading order', 'orden de lectura', 'ترتيب القراءة'),
  kind: words('nature', 'kind', 'tipo', 'النوع'),
  sector: words('secteur', 'sector', 'sector', 'القطاع'),
  by: words('par', 'by', 'por', 'بواسطة'),
  needs: words('réponses exigées', 'answers required', 'respuestas exigidas', 'أجوبة مطلوبة'),
  reasoned: words('motif écrit', 'written reason', 'motivo escrito', 'تعليل مكتوب'),
  secondPerson: words('deuxième personne', 'second person', 'segunda persona', 'شخص ثان'),
  differsFrom: words(
    'autre personne que pour',
    'another person than for',
    'otra persona que para',
    'شخص غير الذي قام بـ',
  ),
  decision: words(
    'décision sur l’enfant',
    'decision about the child',
    'decisión sobre la niña o niño',
    'قرار بشأن الطفل',
  ),
  protective: words('protecteur', 'protective', 'protector', 'حام'),
  when: words('quand', 'when', 'cuando', 'عند'),
  conditions: words('conditions', 'conditions', 'condiciones', 'الشروط'),
  also: words('condition de plus', 'further condition', 'condición adicional', 'شرط إضافي'),
  or_also: words('suffit aussi', 'also sufficient', 'también basta', 'يكفي أيضا'),
  overridable: words('dérogation', 'may be overridden', 'excepción', 'استثناء'),
  type: words('type', 'type', 'tipo', 'النوع'),
  values: words('valeur', 'value', 'valor', 'قيمة'),
  value: words('valeur', 'value', 'valor', 'القيمة'),
  unit: words('unité', 'unit', 'unidad', 'الوحدة'),
  min: words('minimum', 'least', 'mínimo', 'الحد الأدنى'),
  max: words('maximum', 'most', 'máximo', 'الحد الأقصى'),
  tier: words('sensibilité', 'sensitivity', 'sensibilidad', 'الحساسية'),
  initial: words('au départ', 'at the start', 'al inicio', 'في البداية'),
  presume: words('présumé', 'presumed', 'presunto', 'المفترض'),
  derive: words('calcul', 'derivation', 'cálculo', 'الحساب'),
  fields: words('champ', 'field', 'campo', 'خانة'),
  confidence: words('fiabilité', 'confidence', 'fiabilidad', 'الموثوقية'),
  guideline: words('repère', 'guideline', 'referencia', 'مرجع'),
  sections: words('rubrique', 'section', 'sección', 'قسم'),
  within: words('délai', 'deadline', 'plazo', 'الأجل'),
  calendar: words('calendrier', 'calendar', 'calendario', 'التقويم'),
  from: words('compté depuis', 'counted from', 'contado desde', 'يحسب من'),
  met: words('tenu par', 'met by', 'cumplido por', 'يستوفى بـ'),
  ends: words('fin du délai', 'end of the span', 'fin del plazo', 'نهاية الأجل'),
  paused: words('suspendu pendant', 'paused during', 'suspendido durante', 'يوقف أثناء'),
  escalation: words('alertes', 'escalation', 'alertas', 'التنبيهات'),
  on: words('déclenché par', 'set off by', 'activado por', 'يطلقه'),
  to: words('destinataires', 'recipients', 'destinatarios', 'المرسل إليهم'),
  template: words('modèle', 'template', 'modelo', 'النموذج'),
  acknowledge: words('accusé de réception', 'acknowledgement', 'acuse de recibo', 'إشعار بالاستلام'),
  reports: words('peut signaler un fait', 'may report', 'puede reportar', 'يجوز له الإبلاغ'),
  article: words('article', 'article', 'artículo', 'المادة'),
  date: words('date', 'date', 'fecha', 'التاريخ'),
  number: words('numéro', 'number', 'número', 'الرقم'),
  says: words('contenu', 'what it says', 'contenido', 'المضمون'),
  property: words('garantie', 'what is guaranteed', 'lo garantizado', 'الخاصية'),
  severity: words('gravité', 'severity', 'gravedad', 'الخطورة'),
  weekend: words('fin de semaine', 'weekend', 'fin de semana', 'عطلة نهاية الأسبوع'),
  hours: words('heures ouvrées', 'working hours', 'horario', 'ساعات العمل'),
  holidays: words('jour férié', 'holiday', 'feriado', 'عطلة'),
  version: words('version', 'version', 'versión', 'النسخة'),
  withheld: words('volet non publié', 'track withheld', 'ruta no publicada', 'جزء غير منشور'),
  contacts: words('contact', 'contact', 'contacto', 'جهة اتصال'),
  tags: words('marques', 'tags', 'marcas', 'علامات'),
  story: words('récit', 'story', 'relato', 'القصة'),
  acts: words('déroulement', 'acts', 'desarrollo', 'الأفعال'),
  expect: words('attendu', 'expected', 'esperado', 'المنتظر'),
  summary: words('résumé', 'summary', 'resumen', 'الملخص'),
  jurisdiction: words('pays', 'jurisdiction', 'jurisdicción', 'البلد'),
  timeZone: words('fuseau horaire', 'time zone', 'huso horario', 'المنطقة الزمنية'),
  languages: words('langue', 'language', 'idioma', 'اللغة'),
  terms: words('terme', 'term', 'término', 'المصطلح'),
  extends: words('adapte', 'adapts', 'adapta', 'يكيف'),
  reason: words('raison de la différence', 'reason for differing', 'motivo de la diferencia', 'سبب الاختلاف'),
  review: words('validation', 'validation', 'validación', 'المصادقة'),
  authors: words('auteurs', 'authors', 'autores', 'المؤلفون'),
  note: words('note', 'note', 'nota', 'ملاحظة'),
  help: words('aide', 'help', 'ayuda', 'مساعدة'),
  required: words('obligatoire', 'required', 'obligatorio', 'إلزامي'),
  instrument: words('texte', 'instrument', 'instrumento', 'النص'),
};

/** Words of the format itself, as values. */
export const VALUES: Readonly<Record<string, Words>> = {
  law: words('loi', 'law', 'ley', 'قانون'),
  standard: words('norme internationale', 'international standard', 'norma internacional', 'معيار دولي'),
  practice: words(
    'pratique, sans base légale',
    'practice, without legal basis',
    'práctica, sin base legal',
    'ممارسة دون أساس قانوني',
  ),
  locked: words('aucune', 'none', 'ninguna', 'لا شيء'),
  tighten: words(
    'vers plus de protection',
    'towards more protection',
    'hacia más protección',
    'نحو حماية أكبر',
  ),
  free: words('libre', 'free', 'libre', 'حر'),
  read: words('lu', 'read', 'leído', 'مقروء'),
  secondary: words('de seconde main', 'second-hand', 'de segunda mano', 'نقلا عن غيره'),
  memory: words('de mémoire', 'from memory', 'de memoria', 'من الذاكرة'),
  unknown: words('inconnu', 'unknown', 'desconocido', 'غير معروف'),
  elapsed: words('jours de calendrier', 'calendar days', 'días corridos', 'أيام التقويم'),
  working: words('jours ouvrés', 'working days', 'días hábiles', 'أيام العمل'),
};

/** Fields whose values are words of the format. */
export const SPOKEN: ReadonlySet<string> = new Set(['basis', 'adaptation', 'confidence', 'calendar']);

/** What an element of a section is called when it has no name of its own. */
export const NOUNS = {
  pack: words('procédure', 'procedure', 'protocolo', 'إجراء'),
  machine: words('parcours', 'pathway', 'ruta', 'مسار'),
  steps: words('étape', 'step', 'paso', 'خطوة'),
  events: words('événement', 'event', 'evento', 'حدث'),
  rules: words('règle', 'rule', 'regla', 'قاعدة'),
  facts: words('donnée', 'fact', 'dato', 'معلومة'),
  parameters: words('paramètre', 'parameter', 'parámetro', 'ثابت'),
  forms: words('formulaire', 'form', 'formulario', 'استمارة'),
  deadlines: words('délai', 'deadline', 'plazo', 'أجل'),
  effects: words('suite à donner', 'effect', 'efecto', 'أثر'),
  roles: words('fonction', 'role', 'función', 'وظيفة'),
  sources: words('source', 'source', 'fuente', 'مصدر'),
  safeguards: words('garantie', 'safeguard', 'garantía', 'ضمانة'),
  calendar: words('calendrier', 'calendar', 'calendario', 'تقويم'),
  scenarios: words('scénario', 'scenario', 'escenario', 'قصة'),
} as const satisfies Readonly<Record<string, Words>>;

/** A space stands before a colon in French. */
export function colon(language: ToldIn): string {
  return language === 'fr' ? ' :' : ':';
}

/** "Step added", "Étape (ajout)". */
export function cameOrWent(noun: string, kind: 'added' | 'removed' | 'changed', language: ToldIn): string {
  const what = PHRASES[kind][language];
  return language === 'en' ? `${noun} ${what}` : `${noun} (${what})`;
}

/** From what was to what is, in the direction of reading. */
export function arrow(language: ToldIn): string {
  return language === 'ar' ? '←' : '->';
}
