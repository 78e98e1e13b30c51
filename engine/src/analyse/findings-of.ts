import type { Pathway } from '../pathway/pathway.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { ChoiceAnalysis, Gap, RuleAnalyses, RuleAnalysis, StuckStep, Unasked } from './analysis.ts';

type Found = Omit<RuleAnalyses, 'findings'>;

/** What an analysis found, as findings: what leaves a child without a way on first, then what is never taken, then what to look at. */
export function findingsOf(pathway: Pathway, { choices, rules, stuck, unasked }: Found): readonly Finding[] {
  const at = (state: string) => pathOf(pathway, state);
  const all = [
    ...unasked.map((one) => notAsked(at(one.step), one)),
    ...stuck.flatMap((one) => [...noWayOn(at(one.step), one), ...waits(at(one.step), one)]),
    ...rules.map(ofRule),
    ...choices.flatMap((choice) => ofChoice(at(choice.state), choice)),
  ];
  const rank = ({ severity }: Finding) => (severity === 'warning' ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b));
}

function notAsked(place: string, { step, facts, example, never, path }: Unasked): Finding {
  const way = path.length > 0 ? ` (${path.join(' > ')})` : '';
  const where = never ? 'No form before it asks' : 'There is a path to it on which no form asks';
  return {
    code: never ? 'fact.never_asked' : 'fact.not_asked',
    severity: never ? 'warning' : 'info',
    path: place,
    parameters: { step, facts: facts.join(', '), path: path.join(' > '), example: example.words['en'] ?? '' },
    message: `A case can wait at ${step} for ${facts.join(', ')}. ${where} it${way}: add it to a form. ${example.words['en']}`,
  };
}

function noWayOn(path: string, { step, gaps }: StuckStep): readonly Finding[] {
  const hopeless = gaps.filter(({ until }) => until === undefined);
  const [first] = hopeless;
  if (!first) return [];
  const example = first.example.words['en'] ?? '';
  return [
    {
      code: 'step.stuck',
      severity: 'warning',
      path,
      parameters: { step, gaps: hopeless.length, example },
      message: `At ${step} some children find no way on, whatever is answered: add a way, or widen a guard. ${example}`,
    },
  ];
}

function waits(path: string, { step, gaps }: StuckStep): readonly Finding[] {
  const waiting = gaps.filter(({ until }) => until !== undefined);
  const [first] = waiting;
  if (!first) return [];
  const facts = [...new Set(waiting.flatMap(({ until }) => until ?? []))].join(', ');
  const example = first.example.words['en'] ?? '';
  return [
    {
      code: 'step.waits',
      severity: 'info',
      path,
      parameters: { step, facts, example },
      message: `At ${step} a case waits until ${facts} is answered otherwise: say in its how-to what to do meanwhile, or add a way. ${example}`,
    },
  ];
}

function ofRule({ rule, verdict, contradictions }: RuleAnalysis): Finding {
  const path = `rules/${rule}/conditions`;
  if (verdict === 'answered') {
    return {
      code: 'rule.answer_suffices',
      severity: 'info',
      path,
      parameters: { rule },
      message: `No answer makes ${rule} a no: it only asks that the question be answered. Say so in its label.`,
    };
  }
  const parts = contradictions.map(({ of }) => of.join(', ')).join('; ');
  return verdict === 'never'
    ? {
        code: 'rule.never_true',
        severity: 'warning',
        path,
        parameters: { rule, parts },
        message: `No child makes ${rule} a yes${parts && `: ${parts} exclude each other`}. Mend its conditions.`,
      }
    : {
        code: 'rule.always_true',
        severity: 'warning',
        path,
        parameters: { rule },
        message: `Every child makes ${rule} a yes: it tells nothing. Mend its conditions, or take it away.`,
      };
}

function ofChoice(
  state: string,
  { kind, name, gaps, overlaps, shadowed, never, candidates }: ChoiceAnalysis,
): readonly Finding[] {
  const list = `${state}/${kind === 'event' ? `on/${name}` : kind === 'after' ? `after/${name}` : kind}`;
  const gap = candidates > 1 ? gaps.find((one) => one.kind === 'known') : undefined;
  return [
    ...never.map(({ candidate, contradictions }): Finding => {
      const parts = contradictions.map(({ of }) => of.join(', ')).join('; ');
      return {
        code: 'guard.never_true',
        severity: 'warning',
        path: `${list}/${candidate}/guard`,
        parameters: { candidate, parts },
        message: `No child can take this way${parts && `: ${parts} exclude each other`}. Mend the guard.`,
      };
    }),
    ...shadowed.map(
      ({ candidate }): Finding => ({
        code: 'choice.shadowed',
        severity: 'warning',
        path: `${list}/${candidate}`,
        parameters: { candidate },
        message:
          'This way is never taken, because what stands before it always is: move it up, or narrow the others.',
      }),
    ),
    ...overlaps.map(
      ({ first, second, example }): Finding => ({
        code: 'choice.overlap',
        severity: 'info',
        path: `${list}/${second}`,
        parameters: { first, second, example: example.words['en'] ?? '' },
        message: `This guard and that of way ${first} can both hold, and the first is taken: say so on purpose. ${example.words['en']}`,
      }),
    ),
    ...(gap ? [gapFinding(list, gap)] : []),
  ];
}

function gapFinding(path: string, { example }: Gap): Finding {
  return {
    code: 'choice.gap',
    severity: 'info',
    path,
    parameters: { example: example.words['en'] ?? '' },
    message: `No way of this list is open for some children: add one without a guard, or widen a guard. ${example.words['en']}`,
  };
}

/** `machine/states/main/states/...`, as findings name places. */
function pathOf({ states }: Pathway, id: string): string {
  const ancestors = states.get(id)?.ancestors ?? [];
  return ['machine', ...[...ancestors, id].flatMap((key) => ['states', key])].join('/');
}
