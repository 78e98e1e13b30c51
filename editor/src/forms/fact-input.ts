import type { FactValue, Pack } from '@parcours/engine';

export type FactDefinition = Pack['facts'][string];
export type FactType = FactDefinition['type'];

/** What every input of a fact takes. A value of undefined is a blank: what is recorded is kept. */
export type FactInputProps = {
  /** Id of the focusable element, so that a reason can lead to it. */
  readonly id: string;
  readonly fact: FactDefinition;
  readonly label: string;
  readonly help: string | undefined;
  readonly value: FactValue | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
  readonly required: boolean;
  readonly error: string | undefined;
  /** The words of what is recorded and kept when the field stays blank. */
  readonly kept: string | undefined;
};

/** The element that asks for a fact; `reveal` brings the reader there. */
export function fieldId(fact: string): string {
  return `fact-${fact}`;
}

/** Scrolls to the field of a fact and gives it the keyboard. False when it is not on the page. */
export function reveal(fact: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(fact)}"]`);
  if (!field) return false;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  field.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  field.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
  return true;
}
