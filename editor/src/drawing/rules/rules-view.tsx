import { Tabs, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import type { Notion } from '../help/help-point.tsx';
import { HelpRow } from '../help/with-help.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ChoiceTables } from './choice-tables.tsx';
import { NEW_RULE } from './new-rule.ts';
import { type ChoiceTable, choiceProjector } from './project-choices.ts';
import { RuleList } from './rule-list.tsx';
import { SignalsView } from './signals-view.tsx';
import '../sections/sections.css';

const PARTS = { rules: RuleList, tables: ChoiceTables, signals: SignalsView } as const;
/** The notions that each part speaks of. */
const NOTIONS: Readonly<Record<keyof typeof PARTS, readonly Notion[]>> = {
  rules: ['rule', 'unknown', 'second'],
  tables: ['rule', 'unknown'],
  signals: ['signal', 'track', 'protective', 'fresh'],
};
type Part = keyof typeof PARTS;

/** The rules of a draft: as sentences, as tables of ways, and as signals. */
export function RulesView() {
  const { t } = useDrawingWords();
  const selected = useDrawingState((state) => state.selected);
  const revealed = useDrawingState((state) => state.revealed);
  const pack = useDrawnPack();
  const [project] = useState(choiceProjector);
  const partOf = (place: string | undefined) => homePart(place, project(pack));
  const [part, setPart] = useState<Part>(() => partOf(selected) ?? 'rules');
  // What is brought into sight from elsewhere is shown in the part where it stands.
  useEffect(() => {
    const wanted = partOf(selected);
    if (revealed > 0 && wanted) setPart(wanted);
  }, [revealed]);
  const box = useRef<HTMLDivElement>(null);
  const begun = useRef(revealed);
  // Who wants a rule written names it at once: the button that was pressed is hidden with its part.
  useEffect(() => {
    if (part !== 'rules' || selected !== NEW_RULE || begun.current === revealed) return;
    begun.current = revealed;
    box.current?.querySelector<HTMLInputElement>(`[data-place="${NEW_RULE}"] input`)?.focus();
  }, [part, selected, revealed]);
  return (
    <Tabs
      ref={box}
      value={part}
      onChange={(next) => next && setPart(next as Part)}
      variant="pills"
      className="sections"
    >
      <Tabs.List mb="md">
        {(Object.keys(PARTS) as Part[]).map((id) => (
          <Tabs.Tab key={id} value={id} mih={44}>
            {t(`rules.parts.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(Object.keys(PARTS) as Part[]).map((id) => {
        const Content = PARTS[id];
        return (
          <Tabs.Panel key={id} value={id}>
            <VisuallyHidden component="h2">{t(`rules.parts.${id}`)}</VisuallyHidden>
            <HelpRow about={NOTIONS[id]} />
            <Content />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}

/** A step without a choice has no table to look at. */
function homePart(place: string | undefined, choices: readonly ChoiceTable[]): Part | undefined {
  if (place?.startsWith('rules/')) return 'rules';
  if (place?.startsWith('steps/'))
    return choices.some(({ from }) => from === place.split('/')[1]) ? 'tables' : undefined;
  return place?.startsWith('events/') ? 'signals' : undefined;
}
