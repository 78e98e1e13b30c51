import { Fieldset, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { checkStructure } from '@parcours/engine';
import { useDeferredValue, useMemo, useState } from 'react';
import { FindingList } from '../../procedures/finding-list.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useElement, useFieldValue } from './element-context.tsx';
import { ChoiceField, TickField, UnitField, WordsField } from './fields.tsx';
import type { DetailProps } from './listed-elements.tsx';
import { type ParameterType, ParameterValue } from './parameter-value.tsx';
import { GroundsFields } from './source-picker.tsx';
import { useUses } from './use-uses.ts';
import { ValuesFields } from './values-fields.tsx';
import { PlaceList } from './where-used.tsx';

const TYPES = ['integer', 'number', 'duration', 'date', 'boolean', 'enum', 'enums', 'string'] as const;
const CONFIDENCE = ['read', 'secondary', 'memory'] as const;

/** A value of the law: known, or honestly unknown with what that withholds and a guideline beside it. */
export function ParameterDetail({ id }: DetailProps) {
  const { t } = useDrawingWords();
  const pack = useDeferredValue(useDrawnPack());
  const { set, isReadOnly } = useElement();
  const type = useFieldValue(['type']) as ParameterType;
  const value = useFieldValue(['value']);
  const guideline = useFieldValue(['guideline']);
  const [first] = Object.keys((useFieldValue(['values']) ?? {}) as object);
  const isChoice = type === 'enum' || type === 'enums';
  const hasAnswers = !isChoice || first !== undefined;
  const isKnown = value !== undefined;
  // Nothing is known before somebody wrote it: until then the field waits empty.
  const [isAsked, setAsked] = useState(false);
  const [isCompared, setCompared] = useState(false);
  const isShown = isKnown || isAsked;
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
      {isChoice ? <ValuesFields path={[]} /> : null}
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('sections.fields.value')}
          value={isShown ? 'known' : 'unknown'}
          disabled={isReadOnly || (!isShown && !hasAnswers)}
          w="fit-content"
          maw="100%"
          orientation="vertical"
          data={[
            { value: 'known', label: t('sections.parameters.known') },
            { value: 'unknown', label: t('sections.parameters.unknown') },
          ]}
          onChange={(next) => {
            setAsked(next === 'known');
            if (next === 'known' || !isKnown) return;
            const burst = newBurst();
            set(['value'], undefined, burst);
            set(['confidence'], 'unknown', burst);
          }}
        />
        {isShown ? (
          <ParameterValue
            path={['value']}
            type={type}
            label={t('sections.fields.value')}
            onFirst={(burst) => set(['confidence'], 'memory', burst)}
          />
        ) : null}
        {isKnown ? (
          <ChoiceField
            path={['confidence']}
            label={t('sections.fields.confidence')}
            w={420}
            options={CONFIDENCE.map((each) => ({ value: each, label: t(`sections.confidence.${each}`) }))}
          />
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
        <UnitField path={['unit']} label={t('sections.fields.unit')} w={200} />
      ) : null}
      <TickField path={['national']} label={t('sections.fields.national')} />
      <Fieldset legend={t('sections.fields.guideline')}>
        <Stack gap="sm">
          {guideline === undefined && !isCompared ? (
            isReadOnly || !hasAnswers ? null : (
              <NativeSelect
                aria-label={t('sections.parameters.addGuideline')}
                value=""
                maw={420}
                onChange={() => setCompared(true)}
                data={[
                  { value: '', label: t('sections.facts.nothing') },
                  { value: 'add', label: t('sections.parameters.addGuideline') },
                ]}
              />
            )
          ) : (
            <>
              <ParameterValue
                path={['guideline', 'value']}
                type={type}
                label={t('sections.fields.guidelineValue')}
              />
              {guideline === undefined ? null : (
                <WordsField path={['guideline', 'note']} label={t('sections.fields.note')} long />
              )}
            </>
          )}
        </Stack>
      </Fieldset>
      <WordsField path={['note']} label={t('sections.fields.note')} long />
      <GroundsFields />
    </>
  );
}
