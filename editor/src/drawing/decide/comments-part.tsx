import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DraftComment } from '../../client.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { placeOf } from '../findings/place-of.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentForm } from './comment-form.tsx';
import type { Remark } from './use-deciding.ts';

type Props = {
  readonly comments: readonly DraftComment[];
  readonly names: Readonly<Record<string, string>>;
  /** What is selected in every view. */
  readonly place: string | undefined;
  readonly canAccept: boolean;
  readonly isBusy: boolean;
  /** What the service did not take, and why, in words. */
  readonly failed?: { readonly remark: Remark; readonly problem: string } | undefined;
  readonly onRemark: (remark: Remark, onSent?: () => void) => void;
  readonly onAccept: (comment: DraftComment) => void;
  readonly onPlace: (place: string) => void;
};

/** What was said and is still open: about what is selected, or about everything; and something new to say. */
export function CommentsPart({ comments, place, failed, ...rest }: Props) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const [shown, setShown] = useState<'here' | 'all'>('all');
  const open = comments.filter(({ state }) => state === 'open');
  const here = place === undefined ? [] : open.filter((comment) => placeOf(comment.place) === placeOf(place));
  const isHere = shown === 'here' && place !== undefined;
  const list = isHere ? here : open;
  const called = (at: string) => say(nameOfPlace(pack, at));
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('decide.comments.title')}
      </Title>
      {place === undefined ? null : (
        <SegmentedControl
          size="md"
          style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
          value={shown}
          onChange={(next) => setShown(next as 'here' | 'all')}
          data={[
            { value: 'all', label: `${t('decide.comments.all')} (${open.length})` },
            {
              value: 'here',
              label: `${t('decide.comments.here', { place: called(place) })} (${here.length})`,
            },
          ]}
        />
      )}
      {list.length === 0 ? (
        <Text c="dimmed">{t(isHere ? 'decide.comments.noneHere' : 'decide.comments.none')}</Text>
      ) : null}
      {list.map((comment) => (
        <CommentCard
          key={comment.id}
          comment={comment}
          placeName={called(comment.place)}
          problem={failed && aboutOf(failed.remark) === comment.id ? failed.problem : undefined}
          {...rest}
        />
      ))}
      {place === undefined ? (
        <Text size="sm" c="dimmed">
          {t('decide.comments.chooseFirst', { view: t('table.views.outline') })}
        </Text>
      ) : null}
      <CommentForm
        key={place ?? 'pack'}
        place={place ?? 'pack'}
        placeName={called(place ?? 'pack')}
        isBusy={rest.isBusy}
        problem={failed && aboutOf(failed.remark) === undefined ? failed.problem : undefined}
        onRemark={rest.onRemark}
      />
    </Stack>
  );
}

/** The comment that something is done about; undefined where one is made. */
const aboutOf = (remark: Remark): string | undefined => (remark.kind === 'say' ? undefined : remark.comment);
