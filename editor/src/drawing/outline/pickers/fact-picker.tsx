import { askedIn, askFact } from '../../commands/asks.ts';
import { useDrawing, useDrawnPack } from '../../drawing-context.tsx';
import { NewFact } from '../../sections/new-fact.tsx';
import { useOutline } from '../outline-context.ts';
import { PickList } from '../pick-list.tsx';

/** What a step asks: ticked among the facts of the procedure, or a new one. Its form follows. */
export function FactPicker({ step }: { step: string }) {
  const { t, say } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const chosen = askedIn(pack, step);
  return (
    <PickList
      label={t('outline.asks')}
      options={Object.entries(pack.facts)
        .filter(([, { derive }]) => derive === undefined)
        .map(([id, fact]) => ({
          id,
          label: say(fact.label) || id,
          hint: t(`sections.types.${fact.type}`),
        }))}
      chosen={chosen}
      onPick={(fact) => drawing.perform(askFact, { step, fact, asked: !chosen.includes(fact) })}
    >
      {(query) => (
        <details className="outline-new">
          <summary>{t('outline.pick.newFact')}</summary>
          <NewFact
            key={query}
            name={query}
            onAdd={(fact, burst) => drawing.perform(askFact, { step, fact, asked: true }, burst)}
          />
        </details>
      )}
    </PickList>
  );
}
