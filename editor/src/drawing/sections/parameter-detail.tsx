import {
  Fieldset,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { checkStructure, type FactValue } from '@parcours/engine';
import { useDeferredValue, useMemo } from 'react';
import { FindingList } from '../../procedures/finding-list.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import { ChoiceField, LineField, TickField, WordsField } from './fields.tsx';
import type { DetailProps } from './listed-elements.tsx';
import { GroundsFields } from './source-picker.tsx';
import { useUses } from './use-uses.ts';
import { PlaceList } from './where-used.tsx';

const TYPES = ['integer', 'number', 'duration', 'date', 'boolean', 'string'] as const;
type ParameterType = (typeof TYPES)[number];
const CONFIDENCE = ['read', 'secondary', 'memory'] as const;

/** A value of the law: known, or honestly unknown with what that withholds and a guideline beside it. */
export function ParameterDetail({ id }: DetailProps) {
  const { t } = useDrawingWords();
  const pack = useDeferredValue(useDrawnPack());
  const { set, isReadOnly } = useElement();
  const type = useFieldValue(['type']) as ParameterType;
  const value = useFieldValue(['value']);
  const guideline = useFieldValue(['guideline']);
  const isKnown = value !== undefined;
  const uses = useUses('parameters', id);
  const findings = useMemo(
    () =>
      isKnown
        ? []
        : checkStructure(pack).filter(
            ({ code, path, parameters }) =>
              code.includes('needs_law') &&
              (path.startsWith(`parameters/${id}`) || Object.values(parameters).includes(id)),
          ),
    [pack, id, isKnown],
  );
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <NativeSelect
        label={t('sections.fields.type')}
        value={type}
        disabled={isReadOnly || isKnown}
        maw={420}
        data={TYPES.map((each) => ({ value: each, label: t(`sections.types.${each}`) }))}
        onChange={(event) => set(['type'], event.currentTarget.value)}
      />
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('sections.fields.value')}
          value={isKnown ? 'known' : 'unknown'}
          disabled={isReadOnly}
          w="fit-content"
          maw="100%"
          orientation="vertical"
          data={[
            { value: 'known', label: t('sections.parameters.known') },
            { value: 'unknown', label: t('sections.parameters.unknown') },
          ]}
          onChange={(next) => {
            const burst = newBurst();
            const isNow = next === 'known';
            set(['value'], isNow ? startOf(type) : undefined, burst);
            set(['confidence'], isNow ? 'memory' : 'unknown', burst);
          }}
        />
        {isKnown ? (
          <>
            <ParameterValue path={['value']} type={type} label={t('sections.fields.value')} />
            <ChoiceField
              path={['confidence']}
              label={t('sections.fields.confidence')}
              w={420}
              options={CONFIDENCE.map((each) => ({ value: each, label: t(`sections.confidence.${each}`) }))}
            />
          </>
        ) : (
          <Stack gap="xs" className="attention" ps="md">
            <Text fw={600}>{t('sections.parameters.withholds')}</Text>
            {uses.length === 0 ? (
              <Text c="dimmed">{t('sections.parameters.withholdsNothing')}</Text>
            ) : (
              <PlaceList paths={uses.map(({ path }) => path)} label={t('sections.parameters.withholds')} />
            )}
            {findings.length === 0 ? null : <FindingList findings={findings} />}
          </Stack>
        )}
      </Stack>
      {type === 'integer' || type === 'number' ? (
        <LineField path={['unit']} label={t('sections.fields.unit')} w={200} />
      ) : null}
      <TickField path={['national']} label={t('sections.fields.national')} />
      <Fieldset legend={t('sections.fields.guideline')}>
        <Stack gap="sm">
          {guideline === undefined ? (
            isReadOnly ? null : (
              <NativeSelect
                aria-label={t('sections.parameters.addGuideline')}
                value=""
                maw={420}
                onChange={() => set(['guideline'], { value: startOf(type) })}
                data={[
                  { value: '', label: t('sections.facts.nothing') },
                  { value: 'add', label: t('sections.parameters.addGuideline') },
                ]}
              />
            )
          ) : (
            <>
              <ParameterValue path={['guideline', 'value']} type={type} label={t('sections.fields.value')} />
              <WordsField path={['guideline', 'note']} label={t('sections.fields.note')} long />
            </>
          )}
        </Stack>
      </Fieldset>
      <WordsField path={['note']} label={t('sections.fields.note')} long />
      <GroundsFields />
    </>
  );
}

function startOf(type: ParameterType): FactValue {
  return (
    { integer: 0, number: 0, duration: 'P1D', date: '2026-01-01', boolean: true, string: '…' }[type] ?? '…'
  );
}

type ValueProps = { readonly path: FieldPath; readonly type: ParameterType; readonly label: string };

/** A constant in the way of its type. */
function ParameterValue({ path, type, label }: ValueProps) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  if (type === 'duration')
    return (
      <DurationInput
        label={label}
        value={String(value)}
        isReadOnly={isReadOnly}
        onChange={(next) => set(path, next)}
      />
    );
  if (type === 'boolean')
    return (
      <Select
        label={label}
        value={String(value)}
        disabled={isReadOnly}
        allowDeselect={false}
        maw={220}
        data={[
          { value: 'true', label: t('sections.yes') },
          { value: 'false', label: t('sections.no') },
        ]}
        onChange={(next) => set(path, next === 'true')}
      />
    );
  if (type === 'integer' || type === 'number')
    return (
      <NumberInput
        label={label}
        value={Number(value)}
        readOnly={isReadOnly}
        hideControls
        allowDecimal={type === 'number'}
        maw={220}
        onChange={(next) => typeof next === 'number' && set(path, next)}
      />
    );
  return (
    <TextInput
      label={label}
      value={String(value)}
      readOnly={isReadOnly}
      {...(type === 'date' ? { type: 'date' } : {})}
      maw={420}
      onChange={(event) => event.currentTarget.value !== '' && set(path, event.currentTarget.value)}
    />
  );
}
