import './adaptation-mark.css';
import { IconLock, IconPencil, IconPlus, IconShieldHalf } from '@tabler/icons-react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Mark } from './mark-at.ts';
import { useMark } from './use-mark.ts';

const LEVELS = { locked: IconLock, tighten: IconShieldHalf, free: undefined } as const;
const CHANGES = { changed: IconPencil, added: IconPlus, inherited: undefined } as const;

/**
 * Beside an element of an adaptation: changed or added in a word, locked or protected by a sign; its reason and its sources when it
 * is pointed at. What is inherited and free has no mark: it is grey. Nothing in a procedure of its own.
 */
export function AdaptationMark({ place }: { readonly place: string }) {
  const mark = useMark(place);
  return !mark || (mark.status === 'inherited' && mark.level === 'free') ? null : <TellingMark mark={mark} />;
}

/** Apart, so that who has no mark looks up no words. */
function TellingMark({ mark: { status, level, reason, sources } }: { readonly mark: Mark }) {
  const { t, app, say } = useDrawingWords();
  const labels = useLabels();
  const [Level, Change] = [LEVELS[level], CHANGES[status]];
  const why =
    status === 'inherited'
      ? []
      : [
          say(reason) === '' ? t('adapt.noReason') : `${t('adapt.reason')}${app('app.colon')} ${say(reason)}`,
          ...(sources.length === 0
            ? []
            : [`${t('adapt.sources')}${app('app.colon')} ${sources.map(labels.source).join(', ')}`]),
        ];
  const told = [
    t(`adapt.status.${status}`),
    ...(level === 'free' ? [] : [t(`adapt.level.${level}`)]),
    ...why,
  ];
  const words = told.join('\n');
  return (
    <span
      className="adaptation-mark"
      data-status={status}
      role="img"
      aria-label={told.join('. ')}
      title={words}
    >
      {Level ? <Level size={14} aria-hidden /> : null}
      {Change ? (
        <>
          <Change size={14} aria-hidden />
          <span aria-hidden>{t(`adapt.status.${status}`)}</span>
        </>
      ) : null}
    </span>
  );
}
