import { checkRules } from '../../rules/check-rules.ts';
import type { Check } from '../check.ts';

/** Rules, derivations, presumptions and parameters can be read: types, operators, names, circles. */
export const rulesRead: Check = ({ pack }) => checkRules(pack);
