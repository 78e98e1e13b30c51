import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useOutline } from './outline-context.ts';
import type { OutlineWay } from './outline-ways.ts';
import { WaysList } from './ways-list.tsx';

type Props = { readonly number: string; readonly ways: readonly OutlineWay[] };

/** So many ways of a whole stage are read at a glance; more hide the first step, and are folded until somebody asks. */
const MOST_OPEN = 3;

/** The ways that leave a whole stage or track, wherever the case stands in it. */
export function HeadingWays({ number, ways }: Props) {
  const { t } = useOutline();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (ways.length <= MOST_OPEN) return <WaysList number={number} ways={ways} />;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button
        type="button"
        className="outline-fold"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t('outline.heldWays', { count: ways.length })} : ${number}`}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon size={16} aria-hidden className="flip-in-rtl" />
        {t('outline.heldWays', { count: ways.length })}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <WaysList number={number} ways={ways} /> : null}
      </div>
    </>
  );
}
