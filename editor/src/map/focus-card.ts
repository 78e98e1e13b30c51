/** Frames after which a card that is walked to is certainly drawn: the canvas glides there. */
const PATIENCE = 40;

/** Puts the reader on a card, as soon as it is drawn: cards out of sight are not. */
export function focusCard(canvas: Element | null, step: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    const card = canvas?.querySelector<HTMLElement>(`.react-flow__node[data-id="${step}"]`);
    if (card) card.focus({ preventScroll: true });
    else if (patience > 0) focusCard(canvas, step, patience - 1);
  });
}
