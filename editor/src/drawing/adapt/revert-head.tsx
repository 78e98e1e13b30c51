import { Button } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconArrowBackUp } from '@tabler/icons-react';
import { setCalendar, setHead } from '../commands/head.ts';
import { useDrawing } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** Fields of the title page that an adaptation may take from its base; where and by which clock it holds is its own. */
const FIELDS = ['title', 'summary', 'terms', 'contacts', 'reconsider', 'complaint'] as const;
const DAYS = ['weekend', 'hours', 'holidays'] as const;

type HeadPlace = `pack/${(typeof FIELDS)[number]}` | `calendar/${(typeof DAYS)[number]}`;

const PLACES: ReadonlySet<string> = new Set<HeadPlace>([
  ...FIELDS.map((field) => `pack/${field}` as const),
  ...DAYS.map((field) => `calendar/${field}` as const),
]);

/** The field of the title page or of the calendar in which a path lies, when it may go back to the base. */
export function headPlaceOf(path: string): HeadPlace | undefined {
  const place = path.split('/').slice(0, 2).join('/');
  return PLACES.has(place) ? (place as HeadPlace) : undefined;
}

/** Takes one field of the title page or of the calendar back to what the base says. */
export function RevertHead({ base, place }: { readonly base: Pack; readonly place: HeadPlace }) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const [part, field] = place.split('/') as ['pack' | 'calendar', string];
  const revert = () => {
    const value = structuredClone((base[part] as Readonly<Record<string, unknown>>)[field]);
    if (part === 'pack') drawing.perform(setHead, { field: field as 'title', value });
    else drawing.perform(setCalendar, { field: field as 'weekend', value });
  };
  return (
    <Button
      variant="light"
      mih={44}
      leftSection={<IconArrowBackUp size={18} aria-hidden className="flip-in-rtl" />}
      onClick={revert}
    >
      {t('adapt.revertField', { field: t(`adapt.fields.${field as 'title'}`) })}
    </Button>
  );
}
