/**
 * Names of windows where the browser has no locks: over plain http, as in a district office on its own network. A name
 * stands in a table beside the token of the page that holds it. Whoever wants it asks that page; the name of one that has
 * said good-bye, or answers nothing, is taken by one other only.
 */
export type ClaimWorld = {
  /** This page, and no other, not even the same window after a reload. */
  readonly token: string;
  readonly holderOf: (name: string) => Promise<string | undefined>;
  /** Puts this page where `seen` stands, in one go; false when another stands there by now. */
  readonly replace: (name: string, seen: string | undefined) => Promise<boolean>;
  /** The page said good-bye when it was left. */
  readonly hasLeft: (token: string) => boolean;
  /** The page is open: it answers. */
  readonly answers: (token: string) => Promise<boolean>;
};

/** True when the name is this page's from now on. False as well on a device that keeps nothing. */
export async function claimName(world: ClaimWorld, name: string): Promise<boolean> {
  try {
    const holder = await world.holderOf(name);
    if (holder === world.token) return true;
    const isHeld = holder !== undefined && !world.hasLeft(holder) && (await world.answers(holder));
    return !isHeld && (await world.replace(name, holder));
  } catch {
    return false;
  }
}

/** True when one of the names went to another: this page slept so long that it was taken for gone. */
export async function isRobbed(world: ClaimWorld, names: Iterable<string>): Promise<boolean> {
  for (const name of names) if ((await world.holderOf(name)) !== world.token) return true;
  return false;
}
