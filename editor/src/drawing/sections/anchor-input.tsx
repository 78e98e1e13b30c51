import { Button, Group, NativeSelect, Select, Stack } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { usePicks } from './element-picks.ts';

type Anchor = Pack['deadlines'][string]['from'];

const KINDS = ['entry', 'fact', 'done', 'event', 'latest', 'earliest', 'first'] as const;
type Kind = (typeof KINDS)[number];

type Several = 'latest' | 'earliest' | 'first';

const several = (kind: Several, parts: readonly Anchor[]): Anchor =>
  kind === 'latest' ? { latest: parts } : kind === 'earliest' ? { earliest: parts } : { first: parts };

const isSeveral = (kind: Kind): kind is Several =>
  kind === 'latest' || kind === 'earliest' || kind === 'first';

function partsOf(anchor: Anchor): readonly Anchor[] | undefined {
  if (anchor === 'entry') return undefined;
  if ('latest' in anchor) return anchor.latest;
  if ('earliest' in anchor) return anchor.earliest;
  return 'first' in anchor ? anchor.first : undefined;
}

type Props = {
  readonly label: string;
  readonly anchor: Anchor;
  readonly onChange: (anchor: Anchor) => void;
  /** The records fact for whose rows the deadline runs: their dates may be counted from. */
  readonly rows?: string | undefined;
  readonly level?: number;
};

/** Where counting starts, said as it is: an opening, a date, an end, an event, or the latest, earliest, first known of several. */
export function AnchorInput({ label, anchor, onChange, rows, level = 0 }: Props) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const kind: Kind = anchor === 'entry' ? 'entry' : (KINDS.find((each) => each in anchor) ?? 'entry');
  const isTime = ({ type }: { type: string }) => type === 'date' || type === 'instant';
  const facts = usePicks('facts', isTime as (fact: never) => boolean);
  const fields = Object.entries((rows === undefined ? undefined : pack.facts[rows]?.fields) ?? {})
    .filter(([, field]) => isTime(field))
    .map(([value, field]) => ({ value, label: say(field.label, value) }));
  const steps = usePicks('steps', ({ kind: of }: Pack['steps'][string]) => of !== 'stage' && of !== 'track');
  const events = usePicks('events');
  const picks = { fact: [...fields, ...facts], done: steps, event: events };
  const startOf = (next: Kind): Anchor | undefined => {
    if (next === 'entry') return 'entry';
    if (isSeveral(next)) return several(next, partsOf(anchor) ?? [anchor]);
    const [first] = picks[next];
    return first && ({ [next]: first.value } as Anchor);
  };
  const offered = KINDS.filter(
    (each) =>
      (level === 0 || !['latest', 'earliest', 'first'].includes(each)) &&
      (each === kind || startOf(each) !== undefined),
  );
  const parts = partsOf(anchor);
  const change = (next: readonly Anchor[]) => {
    if (isSeveral(kind)) onChange(several(kind, next));
  };
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          aria-label={label}
          value={kind}
          data={offered.map((each) => ({ value: each, label: t(`sections.deadlines.anchor.${each}`) }))}
          onChange={(event) => {
            const next = startOf(event.currentTarget.value as Kind);
            if (next !== undefined) onChange(next);
          }}
        />
        {kind === 'fact' || kind === 'done' || kind === 'event' ? (
          <Select
            aria-label={`${label} : ${t('sections.deadlines.anchorWhat')}`}
            data={picks[kind]}
            value={(anchor as Record<string, string>)[kind] ?? null}
            searchable
            limit={60}
            allowDeselect={false}
            nothingFoundMessage={t('sections.none')}
            style={{ flex: '1 1 220px' }}
            onChange={(next) => next !== null && onChange({ [kind]: next } as Anchor)}
          />
        ) : null}
      </Group>
      {parts ? (
        <Stack gap="xs" className="reason">
          {parts.map((part, index) => {
            const place = `${label} ${index + 1}`;
            return (
              <Group key={place} gap="xs" align="flex-end">
                <div style={{ flex: 1, minWidth: 0 }}>
                  <AnchorInput
                    label={place}
                    anchor={part}
                    rows={rows}
                    level={level + 1}
                    onChange={(next) => change(parts.map((each, at) => (at === index ? next : each)))}
                  />
                </div>
                {parts.length > 1 ? (
                  <Button
                    variant="subtle"
                    color="red"
                    aria-label={t('sections.removeNamed', { name: place })}
                    onClick={() => change(parts.filter((_, at) => at !== index))}
                  >
                    {t('sections.remove')}
                  </Button>
                ) : null}
              </Group>
            );
          })}
          <Button variant="light" size="sm" w="fit-content" onClick={() => change([...parts, 'entry'])}>
            {t('sections.deadlines.addAnchor')}
          </Button>
        </Stack>
      ) : null}
    </Stack>
  );
}
