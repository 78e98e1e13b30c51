import { Modal, Select, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useDeferredValue, useMemo, useState } from 'react';
import { addElement, idFor } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { ElementList } from '../sections/element-list.tsx';
import { NewElement } from '../sections/new-element.tsx';
import { NewFact } from '../sections/new-fact.tsx';
import { sectionProjector } from '../sections/project-section.ts';
import { referencesIn } from '../sections/use-uses.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { startingAtom } from './comparisons.ts';
import { NEW_RULE } from './new-rule.ts';
import { RuleDetail } from './rule-detail.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { RuleTrial } from './rule-trial.tsx';

/** Every rule by what it states; the one that is looked at is built in the middle and tried beside. */
export function RuleList() {
  const { t, app, language } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const id = useDrawingState(({ selected }) =>
    selected?.startsWith('rules/') ? selected.split('/')[1] : undefined,
  );
  const [project] = useState(sectionProjector);
  const rows = project(pack, 'rules', language);
  const settled = useDeferredValue(pack);
  const used = useMemo(() => usedRules(settled), [settled]);
  const listed = useMemo(
    () =>
      rows.map(({ id: rule, name }) => ({
        id: rule,
        name,
        ...(used.has(rule) ? {} : { note: t('rules.unused') }),
      })),
    [rows, used, t],
  );
  const [fact] = Object.keys(pack.facts);
  const open = (rule: string) => drawing.select(`rules/${rule}`);
  const [named, setNamed] = useState<string>();
  const add = (words: string, reads: string, burst?: string) => {
    const { pack: now } = drawing.get().log;
    const made = idFor(now, 'rules', words);
    const value = {
      label: { [textLanguage(now, language)]: words },
      conditions: { all: [startingAtom(now, reads)] },
      basis: 'practice',
    };
    setNamed(undefined);
    if (drawing.perform(addElement, { section: 'rules', id: made, value }, burst))
      drawing.select(`rules/${made}`);
  };
  // A rule reads something: where nothing is asked yet, what it reads is made with it.
  const begin = (words: string) => (fact === undefined ? setNamed(words) : add(words, fact));
  const shown = id !== undefined && Object.hasOwn(pack.rules, id) ? id : undefined;
  return (
    <div className="rules-body">
      <Stack gap="md" className="rules-list">
        <div className="rules-wide">
          <ElementList
            label={t('rules.list')}
            places="rules"
            rows={listed}
            selected={shown}
            onSelect={open}
          />
        </div>
        <Select
          className="rules-narrow"
          label={t('rules.list')}
          placeholder={t('rules.choose')}
          data={listed.map((row) => ({ value: row.id, label: row.name }))}
          value={shown ?? null}
          searchable
          limit={60}
          allowDeselect={false}
          nothingFoundMessage={t('sections.none')}
          onChange={(rule) => rule !== null && open(rule)}
        />
        <div data-place={NEW_RULE}>
          <NewElement label={t('rules.newName')} placeholder={t('rules.newExample')} onAdd={begin} />
        </div>
        <Modal
          opened={named !== undefined}
          onClose={() => setNamed(undefined)}
          title={t('rules.needsFact', { rule: named ?? '' })}
          closeButtonProps={{ 'aria-label': app('act.close') }}
        >
          <NewFact isAlone onAdd={(made, burst) => add(named ?? '', made, burst)} />
        </Modal>
      </Stack>
      {shown === undefined && rows.length === 0 ? (
        <Text c="dimmed">{t('rules.empty')}</Text>
      ) : shown === undefined ? (
        <RuleSheet rows={listed} onOpen={open} />
      ) : (
        <div key={shown} className="rule-columns">
          <RuleDetail id={shown} onRemoved={() => drawing.select(undefined)} />
          <RuleTrial id={shown} />
        </div>
      )}
    </div>
  );
}

/** The rules that something else names. */
function usedRules(pack: Pack): ReadonlySet<string> {
  return new Set(
    referencesIn(pack).flatMap(({ kind, name }) =>
      kind === 'rule' ? [name] : kind === 'reference' && name.startsWith('rule:') ? [name.slice(5)] : [],
    ),
  );
}
