import type { Pack } from '@parcours/engine';

export type Sector = Pack['roles'][string]['sector'];

/**
 * Words that name a sector by themselves, in French, English, Spanish and Arabic. What none of them names is for people to say. A
 * family is one where it is named first: a « Comisaría de familia » is an office.
 */
const SIGNS: readonly (readonly [Sector, RegExp])[] = [
  ['police', /polic|gendarm|brigade|sûreté|شرطة|حرس|أمن/i],
  [
    'justice',
    /\bjuge|magistrat|procureur|parquet|tribunal|greff|avocat|\bjudge|prosecut|\bcourt\b|lawyer|juez|jueza|fiscal|juzgado|abogad|قاض|النيابة|محكم|محام/i,
  ],
  [
    'health',
    /médec|medec|infirm|sage-femme|hôpital|hopital|santé|sante\b|psycholog|doctor|nurse|health|hospital|salud|enfermer|médic|طبيب|ممرض|مستشفى|صحة|الصحي|نفسان/i,
  ],
  [
    'education',
    /enseign|école|ecole|scolaire|éducation|directeur d.école|teacher|school|escuela|docente|maestr|profesor|معلم|مدرس|تربي/i,
  ],
  [
    'social',
    /social|assistante? familial|protection de l.enf|gestionnaire de cas|caseworker|case manager|trabajador[a]? social|protección|اجتماع|حماية الطفولة|مندوب/i,
  ],
  [
    'family',
    /\bparents?\b|\bmère\b|\bpère\b|tuteur|tutrice|mother|father|guardian|madre|padre|tutor|الأب|الأم|الولي|^(?:la |les |the |las )?(?:familles?|family|families|familias?)(?! (?:court|police|service|office|unit))(?![\p{L}])|^(?:ال)?(?:أسرة|عائلة)/iu,
  ],
  [
    'community',
    /communaut|chef de village|relais|association|\bong\b|comité|community|\bngo\b|comunitari|comité|asociación|جمعية|لجنة|المجتمع/i,
  ],
  ['child', /^l.enfant$|^enfant$|^the child$|^child$|^niñ|^nna$|^الطفل$/i],
];

/** The sector that the words of a role say themselves; undefined when they say none, or two. */
export function sectorOf(label: string): Sector | undefined {
  const found = SIGNS.filter(([, words]) => words.test(label)).map(([sector]) => sector);
  return found.length === 1 ? found[0] : undefined;
}
