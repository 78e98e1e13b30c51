let last = 0;

/** A mark for one typing burst or one gesture: its changes are one entry of the log. */
export function newBurst(): string {
  last += 1;
  return `burst ${last}`;
}
