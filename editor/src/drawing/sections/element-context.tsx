import type { ElementSection, Pack } from '@parcours/engine';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { setField } from '../commands/elements.ts';
import { setCalendar, setHead } from '../commands/head.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { setIn } from './set-in.ts';

/** Keys from an element inwards, as `setField` takes them. */
export type FieldPath = readonly [string, ...string[]];

type Edited = {
  /** Where it stands, as findings name places: `facts/age`, `pack`, `calendar`. */
  readonly place: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Sets a field, or takes it away; changes with the same `burst` are one entry of the log. */
  readonly set: (path: FieldPath, value: unknown, burst?: string) => boolean;
  readonly isReadOnly: boolean;
};

const ElementContext = createContext<Edited | undefined>(undefined);

/** The element that the fields below show and change. */
export function ElementProvider(props: { section: ElementSection; id: string; children: ReactNode }) {
  const { section, id, children } = props;
  const drawing = useDrawing();
  const value = useDrawingState(({ log }) => {
    const elements = log.pack[section] as Readonly<Record<string, unknown>>;
    return Object.hasOwn(elements, id) ? (elements[id] as Edited['value']) : undefined;
  });
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const edited = useMemo<Edited | undefined>(
    () =>
      value && {
        place: `${section}/${id}`,
        value,
        set: (path, next, burst) => drawing.perform(setField, { section, id, path, value: next }, burst),
        isReadOnly,
      },
    [drawing, section, id, value, isReadOnly],
  );
  return edited ? <ElementContext value={edited}>{children}</ElementContext> : null;
}

/** The title page or the calendar, whose fields are set whole. */
export function HeadProvider({ part, children }: { part: 'pack' | 'calendar'; children: ReactNode }) {
  const drawing = useDrawing();
  const value = useDrawingState(({ log }) => log.pack[part]) as Edited['value'];
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const edited = useMemo<Edited>(
    () => ({
      place: part,
      value,
      set: ([field, ...inner], next, burst) => {
        const whole = inner.length === 0 ? next : setIn(value[field], inner, next);
        return part === 'pack'
          ? drawing.perform(setHead, { field: field as 'title', value: whole }, burst)
          : drawing.perform(setCalendar, { field: field as keyof Pack['calendar'], value: whole }, burst);
      },
      isReadOnly,
    }),
    [drawing, part, value, isReadOnly],
  );
  return <ElementContext value={edited}>{children}</ElementContext>;
}

/** The element around. */
export function useElement(): Edited {
  const edited = use(ElementContext);
  if (!edited) throw new Error('Put the field inside an ElementProvider.');
  return edited;
}

/** What stands at a path of the element now. */
export function useFieldValue(path: FieldPath): unknown {
  const { value } = useElement();
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}
