/** What a name may stand for. `value` is a fact or a parameter; `reference` is typed by its own prefix. */
export type NameKind =
  | 'rule'
  | 'event'
  | 'signal'
  | 'fact'
  | 'value'
  | 'parameter'
  | 'role'
  | 'form'
  | 'deadline'
  | 'source'
  | 'contact'
  | 'track'
  | 'state'
  | 'step'
  | 'field'
  | 'reference';

/** A name used at a place of the pack. `of` is the records fact whose field it is. */
export type Use = {
  readonly kind: NameKind;
  readonly name: string;
  readonly path: string;
  readonly of?: string;
};

/** Each name of a list, at its place in it. */
export function* each(kind: NameKind, names: readonly string[] | undefined, path: string): Generator<Use> {
  for (const [index, name] of (names ?? []).entries()) yield { kind, name, path: `${path}/${index}` };
}

/** A name that may be absent. */
export function* one(kind: NameKind, name: string | undefined, path: string): Generator<Use> {
  if (name !== undefined) yield { kind, name, path };
}

/** The sources that an element rests on. */
export function* sources(
  element: { readonly sources?: readonly string[] | undefined },
  path: string,
): Generator<Use> {
  yield* each('source', element.sources, `${path}/sources`);
}
