import type { Pack } from '@parcours/engine';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { procedureQuery, proceduresQuery } from '../../procedures/use-procedures.ts';
import { useOpenDraft } from '../desk/desk-context.ts';
import { useDrawingState } from '../drawing-context.tsx';
import { type KnownText, knownTexts } from './known-texts.ts';

/** Procedures for every country, as packs write it. */
const EVERYWHERE = '001';

const packsOf = (answers: readonly { readonly data?: { readonly pack?: Pack } | undefined }[]) =>
  answers.flatMap(({ data }) => (data?.pack ? [data.pack] : []));

/** Texts of the common base and of the draft's own country that the draft does not cite yet; asked of the service once `isWanted`. */
export function useKnownTexts(isWanted = true): readonly KnownText[] {
  const draft = useOpenDraft();
  const own = useDrawingState(({ log }) => log.pack.sources);
  const jurisdiction = useDrawingState(({ log }) => log.pack.pack.jurisdiction);
  const enabled = isWanted && draft !== undefined;
  const { data } = useQuery({ ...proceduresQuery, enabled });
  const near = (data?.packs ?? []).filter(
    ({ id, ...of }) =>
      id !== draft?.pack && (of.jurisdiction === EVERYWHERE || of.jurisdiction === jurisdiction),
  );
  const packs = useQueries({
    queries: near.map(({ id }) => ({ ...procedureQuery(id), enabled })),
    combine: packsOf,
  });
  return useMemo(() => knownTexts(own, packs), [own, packs]);
}
