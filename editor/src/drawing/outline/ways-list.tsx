import { IconArrowRight, IconClockHour4 } from '@tabler/icons-react';
import { memo } from 'react';
import { useOutline } from './outline-context.ts';
import type { OutlineWay } from './outline-ways.ts';
import { causeWords, guardWords, wayWords } from './way-words.ts';

type Props = { readonly number: string; readonly ways: readonly OutlineWay[] };

/** What comes after a step: when what is reported, to which step, if what holds. */
export const WaysList = memo(function WaysList({ number, ways }: Props) {
  const { t } = useOutline();
  if (ways.length === 0) return null;
  return (
    <ul className="outline-ways" aria-label={`${t('outline.ways')} : ${number}`}>
      {ways.map((way) => (
        <li key={`${way.way.by} ${way.way.name} ${way.way.index}`}>
          <OneWay way={way} />
        </li>
      ))}
    </ul>
  );
});

function OneWay({ way }: { way: OutlineWay }) {
  const door = useOutline();
  const { t, say, isReading, openWay } = door;
  const { target, guard, cause } = way;
  const words = (
    <>
      {cause === 'deadline' ? <IconClockHour4 size={15} aria-hidden /> : null}
      <span>{causeWords(door, way)}</span>
      <IconArrowRight size={15} aria-hidden className="flip-in-rtl" />
      <span className="outline-target">
        {target ? (
          <>
            <bdi>{target.number}</bdi> {say(target.title) || t('actions.untitled')}
          </>
        ) : (
          t('outline.way.stays')
        )}
      </span>
      {guard ? <em>{t('outline.way.if', { rule: guardWords(door, guard) })}</em> : null}
    </>
  );
  if (isReading) return <span className="outline-way">{words}</span>;
  return (
    <button
      type="button"
      className="outline-way"
      aria-haspopup="menu"
      aria-label={t('outline.way.actions', { way: wayWords(door, way) })}
      onClick={(event) => openWay(way, event.currentTarget)}
    >
      {words}
    </button>
  );
}
