import { Card, Stack, Text, Title } from '@mantine/core';
import { compileRules, decideRules, EngineError, type Pack } from '@parcours/engine';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Answers, FactForm } from '../../forms/fact-form.tsx';
import type { FormGuide } from '../../guidance/types.ts';
import { useLabels } from '../../pack/pack-context.tsx';
import { useNow } from '../../words/clock.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** The form as a person will fill it, with the very components of a case; what rules hide is hidden as one answers. */
export function FormPreview({ id }: { readonly id: string }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const pack = useDeferredValue(useDrawnPack());
  const now = useNow();
  const [answers, setAnswers] = useState<Answers>({});
  const decided = useMemo(() => {
    try {
      return decideRules(compileRules(pack), answers, new Date(now).toISOString());
    } catch (error) {
      if (error instanceof EngineError) return {};
      throw error;
    }
  }, [pack, answers, now]);
  const form = pack.forms[id];
  if (!form) return null;
  const shown = formShown(id, form, decided);
  const visible = new Set(shown.sections.flatMap(({ fields }) => fields.map(({ fact }) => fact)));
  const hidden = Object.values(form.sections)
    .flatMap(({ fields }) => fields.map(({ fact }) => fact))
    .filter((fact) => !visible.has(fact));
  return (
    <Card withBorder p="md" className="invented form-preview">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('sections.forms.preview')}
          </Title>
          <Text size="sm">{t('sections.forms.previewHelp')}</Text>
        </div>
        <FactForm
          form={shown}
          answers={answers}
          onAnswer={(fact, value) => {
            const { [fact]: _, ...rest } = answers;
            setAnswers(value === undefined ? rest : { ...rest, [fact]: value });
          }}
        />
        {hidden.length === 0 ? null : (
          <Text size="sm">{t('sections.forms.hidden', { names: hidden.map(labels.fact).join(', ') })}</Text>
        )}
      </Stack>
    </Card>
  );
}

type Form = Pack['forms'][string];

/** A form in the shape of a guide: the parts and questions that decided rules show, in reading order. */
function formShown(id: string, form: Form, decided: Readonly<Record<string, string>>): FormGuide {
  const isShown = ({ when }: { readonly when?: string | undefined }) =>
    when === undefined || decided[when] === 'yes';
  const inOrder = (a: { order?: number | undefined }, b: { order?: number | undefined }) =>
    (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
  return {
    id,
    label: form.label,
    ...(form.help ? { help: form.help } : {}),
    sections: Object.entries(form.sections)
      .filter(([, section]) => isShown(section))
      .sort(([a, one], [b, two]) => inOrder(one, two) || (a < b ? -1 : 1))
      .map(([section, { label, fields }]) => ({
        id: section,
        label,
        fields: fields
          .filter(isShown)
          .sort(inOrder)
          .map(({ fact, required = false, help }) => ({ fact, required, ...(help ? { help } : {}) })),
      })),
  };
}
