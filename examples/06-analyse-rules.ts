/**
 * Analyses a table of rules as a committee might first draw it: three rows by age, and one more. A child of thirteen is forgotten,
 * a child of six is in two rows, and the last row is never reached. Everybody is invented.
 */
import { analyseRules, type ChoiceAnalysis, type Conditions, inLanguage, type Pack } from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

const STAGE = 'intervention';
const STEP = 'refer_services';
const EVENT = 'referrals_sent';

type Row = { readonly id: string; readonly says: string; readonly all: Conditions; readonly to: string };

const age = (operator: 'lessThan' | 'lessThanInclusive' | 'greaterThanInclusive', value: number) =>
  ({ fact: 'age_today', operator, value }) as const;

/** Read from the top: the first row that holds is taken. */
const TABLE: readonly Row[] = [
  {
    id: 'up_to_six',
    says: 'up to six',
    all: { all: [age('lessThanInclusive', 6)] },
    to: '#confirm_services',
  },
  {
    id: 'six_to_twelve',
    says: 'from six to twelve',
    all: { all: [age('greaterThanInclusive', 6), age('lessThanInclusive', 12)] },
    to: '#family_tracing',
  },
  {
    id: 'fourteen_on',
    says: 'from fourteen',
    all: { all: [age('greaterThanInclusive', 14)] },
    to: '#follow_up_visit',
  },
  { id: 'under_ten', says: 'under ten', all: { all: [age('lessThan', 10)] }, to: '#case_plan' },
];

/** Tells what the table leaves out, says twice and never says, each with an example child. */
export function analyseTable(pack: Pack, tell: (line: string) => void): ChoiceAnalysis {
  const { choices } = analyseRules(withTable(pack));
  const choice = choices.find(({ state, name }) => state === STEP && name === EVENT);
  if (!choice) throw new Error(`${STEP} hears no ${EVENT} any more.`);
  const says = (row: number) => `"${TABLE[row]?.says}"`;
  for (const { kind, example } of choice.gaps) {
    const gap = kind === 'known' ? 'No row takes this child' : 'No row is open until an answer comes';
    tell(`${gap}: ${inLanguage(example.words, ['en'], '')}`);
  }
  for (const { first, second, example } of choice.overlaps) {
    tell(`${says(first)} and ${says(second)} both hold: ${inLanguage(example.words, ['en'], '')}`);
  }
  for (const { candidate } of choice.shadowed) {
    tell(`${says(candidate)} is never reached: the rows above take all of its children.`);
  }
  return choice;
}

/** The base pack with the table in place of what one of its steps decides. */
function withTable(pack: Pack): Pack {
  const { main } = pack.machine.states;
  const stage = main?.states?.[STAGE];
  const step = stage?.states?.[STEP];
  if (!main || !stage || !step) throw new Error(`${STEP} stands elsewhere now.`);
  const list = TABLE.map(({ id, to }) => ({ target: to, guard: id }));
  const drawn = { ...stage, states: { ...stage.states, [STEP]: { ...step, on: { [EVENT]: list } } } };
  const states = {
    ...pack.machine.states,
    main: { ...main, states: { ...main.states, [STAGE]: drawn } },
  };
  const rows = TABLE.map(({ id, says, all }) => [id, rowRule(says, all)] as const);
  return {
    ...pack,
    machine: { ...pack.machine, states },
    rules: { ...pack.rules, ...Object.fromEntries(rows) },
  };
}

function rowRule(says: string, conditions: Conditions): Pack['rules'][string] {
  return { label: { en: says }, basis: 'practice', conditions };
}

if (isProgram(import.meta.url)) analyseTable(readPack('child-protection'), console.log);
