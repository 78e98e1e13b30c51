import { Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { StandingBadge } from '../../pack/standing-badge.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { useFindings } from '../findings/use-findings.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { BrokenBy } from './broken-by.tsx';
import { useElement, useFieldValue } from './element-context.tsx';
import { ChoiceField, LineField, WordsField } from './fields.tsx';
import { SafeguardBlank } from './safeguard-blank.tsx';
import {
  BLANKS_OF,
  type Blanks,
  begin,
  isUnsaid,
  PATTERNS,
  type PatternId,
  type Property,
  readProperty,
  writeProperty,
} from './safeguard-patterns.ts';
import { GroundsFields } from './source-picker.tsx';
import { useSafeguardSentence } from './use-safeguard-sentence.ts';

/** What every path says of the sentence, as soon as it is a whole one. */
function Verdict() {
  const { t } = useDrawingWords();
  const { place, value } = useElement();
  const safeguard = value as Pack['safeguards'][string];
  const found = useFindings(({ verdicts }) => verdicts.get(place.slice(place.indexOf('/') + 1)));
  const isProved = useFindings((findings) => findings.isProved);
  if (isUnsaid(safeguard.property)) return null;
  return (
    <Group role="status" mih={28}>
      {isProved ? (
        <StandingBadge safeguard={safeguard} found={found} />
      ) : (
        <Text c="dimmed">{t('findings.safeguard.again')}</Text>
      )}
    </Group>
  );
}

/** A safeguard as a sentence with blanks, beside the sentence the committee reads. */
export function SafeguardDetail() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const property = useFieldValue(['property']) as Property;
  const sentence = useSafeguardSentence();
  const { pattern, blanks } = readProperty(property);
  const change = (next: Partial<Blanks>) => set(['property'], writeProperty(pattern, { ...blanks, ...next }));
  return (
    <>
      <WordsField path={['label']} label={t('sections.safeguards.label')} long />
      <Fieldset legend={t('sections.safeguards.sentence')} disabled={isReadOnly}>
        <Stack gap="sm">
          <Text fw={600} size="lg" data-sentence>
            {sentence(property)}
          </Text>
          <Verdict />
          <NativeSelect
            label={t('sections.safeguards.pattern')}
            value={pattern}
            data={PATTERNS.map((each) => ({
              value: each,
              label: t(`sections.safeguards.patterns.${each}`),
              disabled: begin(pack, each, blanks) === undefined,
            }))}
            onChange={(event) => {
              const next = event.currentTarget.value as PatternId;
              const begun = begin(pack, next, blanks);
              if (begun) set(['property'], writeProperty(next, begun));
            }}
          />
          {BLANKS_OF[pattern].map((blank) => (
            <SafeguardBlank key={`${pattern} ${blank}`} blank={blank} blanks={blanks} onChange={change} />
          ))}
        </Stack>
      </Fieldset>
      <ChoiceField
        path={['severity']}
        label={t('sections.fields.severity')}
        w={320}
        options={(['critical', 'major'] as const).map((value) => ({
          value,
          label: t(`sections.severity.${value}`),
        }))}
      />
      <LineField path={['catalogue']} label={t('sections.fields.catalogue')} w={320} />
      <GroundsFields />
      <BrokenBy />
    </>
  );
}
