import { MultiSelect, Select } from '@mantine/core';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import type { Pick } from './element-picks.ts';

type Props = {
  readonly path: FieldPath;
  readonly label: string;
  readonly picks: Pick[];
  readonly help?: string;
};

/** Many options are narrowed by typing; this many are shown at once. */
const SHOWN = 60;

/** One element of the pack, found by typing its name; `none` says what it means to name none. */
export function PickField({ path, label, picks, help, none }: Props & { readonly none?: string }) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  return (
    <Select
      label={label}
      description={help}
      data={picks}
      limit={SHOWN}
      searchable
      clearable={none !== undefined}
      placeholder={none ?? ''}
      disabled={isReadOnly}
      nothingFoundMessage={t('sections.none')}
      clearButtonProps={{
        'aria-label': `${t('sections.remove')} : ${label}`,
        'aria-hidden': false,
        tabIndex: 0,
      }}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen) => {
        if (chosen !== null || none !== undefined) set(path, chosen ?? undefined);
      }}
    />
  );
}

/** Several elements of the pack; none leaves the field out, unless the pack needs one. */
export function PicksField({ path, label, picks, help, least = 0 }: Props & { readonly least?: number }) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <MultiSelect
      size="md"
      label={label}
      description={help}
      data={picks}
      limit={SHOWN}
      searchable
      disabled={isReadOnly}
      nothingFoundMessage={t('sections.none')}
      value={chosen}
      onChange={(next) => {
        if (next.length >= least) set(path, next.length === 0 ? undefined : next);
      }}
    />
  );
}
