import { IconClockHour4, IconForms, IconScale, IconUsers } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { sectorLook } from '../../pack/sector.tsx';
import { AddToStep } from './add-to-step.tsx';
import { type OutlineDoor, useOutline } from './outline-context.ts';
import type { StepRow } from './outline-of.ts';
import type { Written } from './text-block.tsx';

type Field = 'who' | 'with' | 'deadlines' | 'sources' | 'asks';

const MOST_NAMED = 3;

/** What the line and the menu at its end say; not the title, which changes at each key, nor the ways. */
const SAID = [
  'id',
  'number',
  'stepKind',
  'who',
  'chosenBy',
  'with',
  'deadlines',
  'sources',
  'basis',
  'asks',
  'how',
  'child',
] as const satisfies readonly (keyof StepRow)[];

type Said = Pick<StepRow, (typeof SAID)[number]>;
type Props = { readonly row: Said; readonly onWrite: (field: Written) => void };

/** "Who · with whom · by when · under which article": each opens its small picker. */
export const FactsLine = memo(function FactsLine({ row, onWrite }: Props) {
  const door = useOutline();
  const { t, say, isReading } = door;
  const comma = commaOf(door);
  const isWork = row.stepKind === 'work' || row.stepKind === 'wait';
  const { color, Icon } = sectorLook(row.who[0]?.sector);
  const who = row.who.map(({ label, id }) => say(label) || id).join(comma);
  const chosen = row.chosenBy ? ` (${t('outline.chosenBy', { fact: say(row.chosenBy) })})` : '';
  const withs = row.with.map(({ label, id }) => say(label) || id).join(comma);
  const deadlines = row.deadlines.map(door.spanWords).join(comma);
  const sources = sourcesWords(door, row);
  const asks = shortList(
    row.asks.map(({ label, id }) => say(label) || id),
    comma,
  );
  const shows = (words: string) => words !== '' || (isWork && !isReading);
  return (
    <div className="outline-line">
      {shows(who) ? (
        <Chip field="who" id={row.id} words={who + chosen}>
          <Icon size={16} aria-hidden style={{ color: `var(--mantine-color-${color}-light-color)` }} />
        </Chip>
      ) : null}
      {shows(withs) ? (
        <Chip field="with" id={row.id} words={withs && t('outline.withWhom', { names: withs })}>
          <IconUsers size={16} aria-hidden />
        </Chip>
      ) : null}
      {shows(deadlines) ? (
        <Chip field="deadlines" id={row.id} words={deadlines}>
          <IconClockHour4 size={16} aria-hidden />
        </Chip>
      ) : null}
      {shows(sources) ? (
        <Chip field="sources" id={row.id} words={sources}>
          <IconScale size={16} aria-hidden />
        </Chip>
      ) : null}
      {asks === '' ? null : (
        <Chip field="asks" id={row.id} words={asks}>
          <IconForms size={16} aria-hidden />
        </Chip>
      )}
      {isReading ? null : <AddToStep row={row} onWrite={onWrite} />}
    </div>
  );
}, saysSame);

function saysSame(before: Props, after: Props): boolean {
  return before.onWrite === after.onWrite && SAID.every((part) => before.row[part] === after.row[part]);
}

/** The first ones by their names, the others counted. */
function shortList(names: readonly string[], comma: string): string {
  const others = names.length - MOST_NAMED;
  return others > 0 ? `${names.slice(0, MOST_NAMED).join(comma)} + ${others}` : names.join(comma);
}

/** Arabic turns its comma round. */
const commaOf = ({ dir }: OutlineDoor) => (dir === 'rtl' ? '، ' : ', ');

function sourcesWords(door: OutlineDoor, { sources, basis }: Said): string {
  const { t, say, language } = door;
  const comma = commaOf(door);
  if (sources.length === 0) return basis === 'practice' ? t('outline.practice') : '';
  const byInstrument = new Map<string, string[]>();
  for (const { id, instrument, article } of sources) {
    const name = say(instrument) || id;
    const articles = byInstrument.get(name) ?? [];
    if (article !== '') articles.push(article);
    byInstrument.set(name, articles);
  }
  return [...byInstrument]
    .map(([name, articles]) => [name, ...articles.map((each) => articleWords(each, language))].join(comma))
    .join('\u00a0; ');
}

type ChipProps = {
  readonly field: Field;
  readonly id: string;
  /** Empty: what is to be said here is asked for; never for what is asked. */
  readonly words: string;
  readonly children: ReactNode;
};

function Chip({ field, id, words, children }: ChipProps) {
  const { t, isReading, pick } = useOutline();
  if (isReading)
    return (
      <span className="outline-chip">
        {children}
        <span>{words}</span>
      </span>
    );
  return (
    <button
      type="button"
      className="outline-chip"
      data-empty={words === ''}
      data-field={field}
      aria-haspopup="dialog"
      aria-label={`${t(`outline.${field}`)} : ${words || '…'}`}
      onClick={(event) => pick({ pick: field, id }, event.currentTarget)}
    >
      {children}
      <span>{words || (field === 'asks' ? '' : t(`outline.none.${field}`))}</span>
    </button>
  );
}
