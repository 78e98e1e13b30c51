import { useQuery } from '@tanstack/react-query';
import { client, type TextOrigins } from '../../client.ts';
import { answerOf } from '../../session/api-error.ts';
import { useOpenDraft } from '../desk/desk-context.ts';

const NONE: TextOrigins = {};

/** From what the texts of this draft were translated before it was opened here; nothing where no service keeps it. */
export function useOrigins(): TextOrigins {
  const id = useOpenDraft()?.id;
  const { data } = useQuery({
    queryKey: ['drafts', id, 'translations'],
    queryFn: () => answerOf(client.api.drafts[':id'].translations.$get({ param: { id: id ?? '' } })),
    enabled: id !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  return data?.origins ?? NONE;
}
