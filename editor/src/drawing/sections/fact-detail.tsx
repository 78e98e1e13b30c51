import { Button, Card, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FactValue, familyOf } from '@parcours/engine';
import { IconPlus } from '@tabler/icons-react';
import type { FactDefinition } from '../../forms/fact-input.ts';
import { FACT_INPUTS } from '../../forms/fact-inputs.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DeriveFields } from './derive-fields.tsx';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import { ChoiceField, LineField, NumberField, TickField, WordsField } from './fields.tsx';
import type { DetailProps } from './listed-elements.tsx';
import { NewElement } from './new-element.tsx';
import { RemoveInner } from './remove-inner.tsx';
import { GroundsFields } from './source-picker.tsx';
import { useUses } from './use-uses.ts';
import { ValuesFields } from './values-fields.tsx';
import { PlaceList } from './where-used.tsx';

const TYPES = [
  'boolean',
  'enum',
  'enums',
  'integer',
  'number',
  'date',
  'instant',
  'string',
  'text',
  'person',
  'place',
  'service',
  'records',
] as const;
type FactType = (typeof TYPES)[number];

/** A fact: what is asked, how it is answered, who may read it, what is presumed or computed, who asks and reads it. */
export function FactDetail({ id }: DetailProps) {
  const { t } = useDrawingWords();
  const uses = useUses('facts', id);
  const asking = uses.filter(({ path }) => path.startsWith('forms/'));
  const reading = uses.filter(({ path }) => !path.startsWith('forms/'));
  const hasValue = useFieldValue(['type']) !== 'records';
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <WordsField path={['help']} label={t('sections.fields.help')} long />
      <AnswerFields path={[]} types={TYPES} />
      <Tier path={['tier']} />
      <DeriveFields id={id} />
      {hasValue ? <Presume /> : null}
      <GroundsFields />
      <Stack gap={4}>
        <Text fw={600}>{t('sections.facts.askedIn')}</Text>
        {asking.length === 0 ? (
          <Text c="dimmed">{t('sections.facts.notAsked')}</Text>
        ) : (
          <PlaceList paths={asking.map(({ path }) => path)} label={t('sections.facts.askedIn')} />
        )}
        <Text fw={600}>{t('sections.facts.readBy')}</Text>
        {reading.length === 0 ? (
          <Text c="dimmed">{t('sections.facts.notRead')}</Text>
        ) : (
          <PlaceList paths={reading.map(({ path }) => path)} label={t('sections.facts.readBy')} />
        )}
      </Stack>
    </>
  );
}

const inside = (path: readonly string[], key: string): FieldPath => [...path, key] as unknown as FieldPath;

function Tier({ path }: { readonly path: FieldPath }) {
  const { t } = useDrawingWords();
  return (
    <ChoiceField
      path={path}
      label={t('sections.fields.tier')}
      w={520}
      toValue={Number}
      options={([0, 1, 2, 3, 4] as const).map((tier) => ({
        value: String(tier),
        label: t(`sections.tiers.t${tier}`),
      }))}
    />
  );
}

type AnswerProps = { readonly path: readonly string[]; readonly types: readonly FactType[] };

/** How a fact, or a column of rows, is answered: its type, its choices, unit and bounds. */
function AnswerFields({ path, types }: AnswerProps) {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const type = useFieldValue(inside(path, 'type')) as FactType;
  const fields = (useFieldValue(inside(path, 'fields')) ?? {}) as Readonly<Record<string, object>>;
  const add = (words: string) => {
    const made = newId(words, 'field', (each) => Object.hasOwn(fields, each));
    const label = { [textLanguage(pack, language)]: words };
    const order = Object.keys(fields).length + 1;
    set([...inside(path, 'fields'), made], { label, order, type: 'string', tier: 2 });
  };
  const family = familyOf(type);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('sections.fields.type')}
        value={type}
        disabled={isReadOnly}
        maw={420}
        data={types.map((each) => ({ value: each, label: t(`sections.types.${each}`) }))}
        onChange={(event) => set(inside(path, 'type'), event.currentTarget.value)}
      />
      {family === 'enum' || family === 'enums' ? <ValuesFields path={path} isOrdered /> : null}
      {family === 'number' ? (
        <Group gap="sm" align="flex-end">
          <LineField path={inside(path, 'unit')} label={t('sections.fields.unit')} w={160} />
          <NumberField path={inside(path, 'min')} label={t('sections.fields.min')} />
          <NumberField path={inside(path, 'max')} label={t('sections.fields.max')} />
        </Group>
      ) : null}
      {family === 'text' ? (
        <NumberField path={inside(path, 'maxLength')} label={t('sections.fields.maxLength')} min={1} whole />
      ) : null}
      {type === 'records' ? (
        <Fieldset legend={t('sections.facts.rows')}>
          <Stack gap="sm">
            {Object.keys(fields).map((field) => {
              const at = [...inside(path, 'fields'), field] as const;
              return (
                <Card key={field} withBorder p="sm" className="record-row">
                  <Stack gap="sm">
                    <Group gap="xs" align="flex-end" wrap="nowrap">
                      <div style={{ flex: 1, minWidth: 0 }}>
                        <WordsField
                          path={[...at, 'label'] as unknown as FieldPath}
                          label={t('sections.fields.label')}
                        />
                      </div>
                      <RemoveInner path={at as unknown as FieldPath} />
                    </Group>
                    <AnswerFields path={at} types={TYPES.filter((each) => each !== 'records')} />
                    <Tier path={inside(at, 'tier')} />
                    <TickField path={inside(at, 'required')} label={t('sections.facts.required')} />
                  </Stack>
                </Card>
              );
            })}
            <NewElement label={t('sections.facts.newField')} onAdd={add} />
          </Stack>
        </Fieldset>
      ) : null}
    </Stack>
  );
}

/** What the law presumes while nobody knows, with its article. */
function Presume() {
  const { t } = useDrawingWords();
  const { set, value, isReadOnly } = useElement();
  const presume = useFieldValue(['presume']) as { value: FactValue } | undefined;
  const fact = value as unknown as FactDefinition;
  const type = fact.type === 'records' ? 'string' : fact.type;
  const Input = FACT_INPUTS[type];
  const [first] = Object.keys(fact.values ?? {});
  const begun: Partial<Record<string, FactValue>> = {
    boolean: true,
    number: fact.min ?? 0,
    date: '2026-01-01',
    instant: '2026-01-01T00:00:00.000Z',
    enum: first,
    enums: first === undefined ? [] : [first],
  };
  return (
    <Fieldset legend={t('sections.facts.presume')}>
      {presume ? (
        <Stack gap="sm">
          <Input
            id="presume"
            fact={fact}
            label={t('sections.fields.value')}
            help={undefined}
            value={presume.value}
            required={false}
            error={undefined}
            kept={undefined}
            onChange={(next) => {
              if (next !== undefined && !isReadOnly) set(['presume', 'value'], next);
            }}
          />
          <GroundsFields within={['presume']} />
          {isReadOnly ? null : (
            <Button variant="subtle" size="sm" w="fit-content" onClick={() => set(['presume'], undefined)}>
              {t('sections.facts.dropPresume')}
            </Button>
          )}
        </Stack>
      ) : isReadOnly ? null : (
        <Button
          variant="light"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set(['presume'], { value: begun[familyOf(type)] ?? '…', basis: 'practice' })}
        >
          {t('sections.facts.addPresume')}
        </Button>
      )}
    </Fieldset>
  );
}
