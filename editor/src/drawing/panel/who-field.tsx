import type { Pack } from '@parcours/engine';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { PickMany } from './pick-field.tsx';
import { useChoices } from './use-choices.ts';

type Step = Extract<Pack['steps'][string], { kind: 'work' | 'idle' | 'wait' | 'choice' | 'end' }>;
type Props = {
  readonly who: Step['who'];
  readonly label: string;
  readonly onWho: (path: readonly string[], roles: string[]) => void;
};

/** Who does it: some roles, or those that a fact chooses. */
export function WhoField({ who, label, onWho }: Props) {
  const { t, say } = useDrawingWords();
  const labels = useLabels();
  const roles = useChoices('roles');
  const fact = useDrawingState(({ log }) =>
    who && !Array.isArray(who) ? log.pack.facts[who.by] : undefined,
  );
  if (!who || Array.isArray(who))
    return <PickMany label={label} choices={roles} picked={who} onPick={(ids) => onWho([], ids)} />;
  return Object.entries(who.values).map(([value, chosen]) => (
    <PickMany
      key={value}
      label={t('panel.whoBy', { fact: labels.fact(who.by), value: say(fact?.values?.[value]?.label, value) })}
      choices={roles}
      picked={chosen}
      onPick={(ids) => onWho(['values', value], ids)}
    />
  ));
}
