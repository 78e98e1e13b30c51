/** A fault is data: what is broken in a sound pack, and the one check that must find it. */
import type { PackFiles } from '@parcours/engine';

export type Fault = {
  /** What was done, as a plain sentence. */
  readonly name: string;
  /** The pack that is broken; the base pack when absent. */
  readonly pack?: 'benin';
  /** The files of that pack with one thing broken in them. Throws when there is nothing to break any more. */
  readonly break: (files: PackFiles) => PackFiles;
  readonly foundBy: FoundBy;
};

/**
 * A finding of the structure or of an overlay; a safeguard that breaks, or that is kept and says nothing any more; a finding of the
 * rule analysis. Places as findings name them.
 */
export type FoundBy =
  | { readonly finding: string; readonly at: string }
  | { readonly safeguard: string }
  | { readonly vacuous: string; readonly because: string }
  | { readonly analysis: string; readonly at: string };
