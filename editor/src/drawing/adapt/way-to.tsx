import { ActionIcon } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useGoTo } from '../actions/use-go-to.ts';
import { elementAt, nameOfPlace } from '../commands/element-at.ts';
import { elementsOf } from '../commands/elements.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { placeOf } from '../findings/place-of.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** The way from a difference to its element; none to what is not in the draft. */
export function WayTo({ path }: { readonly path: string }) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const goTo = useGoTo();
  const place = placeOf(path);
  const element = elementAt(place);
  if (!element || !Object.hasOwn(elementsOf(pack, element.section), element.id)) return null;
  return (
    <ActionIcon
      size={44}
      variant="subtle"
      aria-label={t('findings.goTo', { name: say(nameOfPlace(pack, place)) })}
      onClick={() => goTo(place)}
    >
      <IconArrowRight size={18} aria-hidden className="flip-in-rtl" />
    </ActionIcon>
  );
}
