import type { Candidate, MachineState } from '../../procedure/machine.ts';
import type { Item, Run } from './document.ts';
import { fill, list, mark, plain, type Say } from './say.ts';
import { guardSaid } from './say-conditions.ts';

/** Every way on of a state: what sets it off, then where it leads, in the order in which they are read. */
export function wayItems(say: Say, state: MachineState): readonly Item[] {
  const { pack, words } = say;
  return [
    ...Object.entries(state.on ?? {}).map(([id, candidates]) => wayItem(say, eventLine(say, id), candidates)),
    ...Object.entries(state.after ?? {}).map(([id, candidates]) =>
      wayItem(
        say,
        [{ text: fill(words.after, { deadline: say.deadline(id) }) }, ...mark(say, pack.deadlines[id] ?? {})],
        candidates,
      ),
    ),
    ...(state.always ? [wayItem(say, plain(words.always), state.always)] : []),
    ...(state.onDone ? [wayItem(say, plain(words.onDone), state.onDone)] : []),
  ];
}

function eventLine(say: Say, id: string): readonly Run[] {
  const { words, pack } = say;
  const event = Object.hasOwn(pack.events, id) ? pack.events[id] : undefined;
  if (event?.when !== undefined)
    return [
      { text: fill(words.signal, { rule: say.rule(event.when) }) },
      { text: `${words.colon}${say.event(id)}` },
      ...mark(say, event),
    ];
  const notes = [
    ...(event?.by ? [fill(words.by, { roles: list(say, event.by.map(say.role)) })] : []),
    ...(event?.decision ? [words.decision] : []),
    ...(event?.protective ? [words.protective] : []),
    ...(event?.secondPerson ? [words.secondPerson] : []),
    ...(event?.reasoned ? [words.reasoned] : []),
  ];
  return [
    { text: fill(words.on, { event: say.event(id) }), bold: true },
    ...(notes.length > 0 ? [{ text: `${words.comma}${list(say, notes)}` }] : []),
    ...mark(say, event ?? {}),
  ];
}

/** One way alone stands on the line; several are listed under what sets them off. */
function wayItem(say: Say, line: readonly Run[], candidates: readonly Candidate[]): Item {
  const ways = candidates.map((candidate) => candidateLine(say, candidate));
  const [only] = ways;
  if (ways.length === 1 && only) return { line: [...line, { text: say.words.colon }, ...only] };
  return { line, items: ways.map((way) => ({ line: way })) };
}

function candidateLine(say: Say, { target, guard }: Candidate): readonly Run[] {
  const { words } = say;
  const condition =
    guard === undefined ? '' : `${words.comma}${fill(words.if, { guard: guardSaid(say, guard) })}`;
  if (target === undefined) return [{ text: `${words.staysHere}${condition}` }];
  const id = target.slice(1);
  const number = say.number(id);
  const to = fill(words.goesTo, { target: number === '' ? say.state(id) : `${number} ${say.state(id)}` });
  return [{ text: to, to: `step-${id}` }, ...(condition === '' ? [] : [{ text: condition }])];
}
