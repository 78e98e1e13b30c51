import { Fieldset, Group, NativeSelect, Select, Stack } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { ChoiceField, LineField, TickField, WordsField } from './fields.tsx';
import { PickField, PicksField } from './pick-field.tsx';
import { GroundsFields } from './source-picker.tsx';

type Effect = Pack['effects'][string];
const KINDS = ['notify', 'refer', 'assign', 'issue_document', 'open_linked_case'] as const;
const ON = ['enter', 'leave', 'event', 'deadline'] as const;
type On = (typeof ON)[number];

/** What the world must do next: when, what, for whom, with which words. */
export function EffectDetail() {
  const { t } = useDrawingWords();
  const kind = useFieldValue(['kind']) as Effect['kind'];
  const rules = usePicks('rules');
  const roles = usePicks('roles');
  const people = usePicks('facts', (fact: Pack['facts'][string]) => fact.type === 'person');
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <OnFields />
      <PickField
        path={['when']}
        label={t('sections.fields.when')}
        picks={rules}
        none={t('sections.effects.always')}
      />
      <ChoiceField
        path={['kind']}
        label={t('sections.fields.kind')}
        w={420}
        options={KINDS.map((value) => ({ value, label: t(`sections.effects.kind.${value}`) }))}
      />
      <PicksField path={['to']} label={t('sections.fields.to')} picks={roles} />
      {kind === 'assign' ? (
        <PickField
          path={['person']}
          label={t('sections.fields.person')}
          picks={people}
          none={t('sections.facts.nothing')}
        />
      ) : null}
      {kind === 'open_linked_case' ? (
        <LineField path={['pack']} label={t('sections.fields.pack')} whole w={320} />
      ) : null}
      <WordsField path={['template']} label={t('sections.fields.template')} long />
      <TickField path={['acknowledge']} label={t('sections.fields.acknowledge')} />
      <GroundsFields />
    </>
  );
}

function OnFields() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const on = useFieldValue(['on']) as Effect['on'];
  const steps = usePicks('steps').map(({ value, label }) => {
    const { kind } = pack.steps[value] ?? { kind: 'work' };
    return { value: `${kind === 'stage' || kind === 'track' ? 'stage' : 'step'}:${value}`, label };
  });
  const events = usePicks('events');
  const deadlines = usePicks('deadlines');
  const picks = { enter: steps, leave: steps, event: events, deadline: deadlines };
  const kind = ON.find((each) => each in on) ?? 'enter';
  const value = (on as Readonly<Partial<Record<On, string>>>)[kind];
  return (
    <Fieldset legend={t('sections.fields.on')} disabled={isReadOnly}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            aria-label={t('sections.fields.on')}
            value={kind}
            data={ON.map((each) => ({
              value: each,
              label: t(`sections.effects.on.${each}`),
              disabled: picks[each].length === 0,
            }))}
            onChange={(event) => {
              const next = event.currentTarget.value as On;
              const isSame = (next === 'enter' || next === 'leave') && (kind === 'enter' || kind === 'leave');
              const first = isSame ? value : picks[next][0]?.value;
              if (first !== undefined) set(['on'], { [next]: first });
            }}
          />
          <Select
            aria-label={t('sections.effects.what')}
            data={picks[kind]}
            value={value ?? null}
            searchable
            limit={60}
            allowDeselect={false}
            nothingFoundMessage={t('sections.none')}
            style={{ flex: '1 1 240px' }}
            onChange={(next) => next !== null && set(['on'], { [kind]: next })}
          />
        </Group>
      </Stack>
    </Fieldset>
  );
}
