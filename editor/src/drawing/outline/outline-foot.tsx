import type { Text } from '@parcours/engine';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useActions } from '../actions/actions-context.ts';
import { useOutline } from './outline-context.ts';

type Props = { readonly holder: string; readonly title: Text; readonly depth: number };

/** The end of a stage or a track: one more step. */
export const OutlineFoot = memo(function OutlineFoot({ holder, title, depth }: Props) {
  const { t, say } = useOutline();
  const actions = useActions();
  const name = say(title) || t('actions.untitled');
  return (
    <div className="outline-foot" data-foot={holder} style={{ '--depth': depth } as React.CSSProperties}>
      <button
        type="button"
        className="outline-quiet"
        aria-label={t('outline.addStepIn', { name })}
        onClick={() => actions.run('add_last_step', holder)}
      >
        <IconPlus size={16} aria-hidden /> {t('outline.addStep')}
      </button>
    </div>
  );
});
