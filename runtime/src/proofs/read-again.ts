import {
  type Finding,
  overlayOf,
  type Pack,
  type PackFiles,
  parsePack,
  resolvePack,
  writePack,
} from '@parcours/engine';

/** What an adaptation lies over. */
export type Base = { readonly pack: Pack; readonly hash: string };

export type ReadAgain = {
  readonly pack?: Pack;
  readonly hash?: string;
  readonly findings: readonly Finding[];
};

/** A pack as the folder it is published as: the whole procedure, or for an adaptation what it changes of its base. */
export function filesOf(pack: Pack, base: Base | undefined): PackFiles {
  return writePack(base ? overlayOf(base.pack, pack) : { kind: 'procedure', pack, hash: '' });
}

/** Reads a folder as anybody would, over the base it was made of. */
export function readAgain(files: PackFiles, base: Base | undefined): ReadAgain {
  const { parsed, findings } = parsePack(files);
  if (!parsed) return { findings };
  const resolved = resolvePack(parsed, (id) =>
    base && id === base.pack.pack.id ? { kind: 'procedure', pack: base.pack, hash: base.hash } : undefined,
  );
  const { pack, hash } = resolved;
  const all = [...findings, ...resolved.findings];
  return { findings: all, ...(pack && { pack }), ...(hash !== undefined && { hash }) };
}
