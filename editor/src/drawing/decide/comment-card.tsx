import { Alert, Anchor, Blockquote, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import type { DraftComment } from '../../client.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { proposedTexts, replacedText } from './suggestion-of.ts';
import type { Remark } from './use-deciding.ts';
import { useKept } from './use-kept.ts';

type Props = {
  readonly comment: DraftComment;
  readonly names: Readonly<Record<string, string>>;
  readonly placeName: string;
  /** The proposal in it can be taken up here. */
  readonly canAccept: boolean;
  readonly isBusy: boolean;
  /** Why the service did not take what was done here, in words. */
  readonly problem: string | undefined;
  /** `onSent` is called when the service has it; what was typed stays until then. */
  readonly onRemark: (remark: Remark, onSent?: () => void) => void;
  readonly onAccept: (comment: DraftComment) => void;
  readonly onPlace: (place: string) => void;
};

/** What somebody said about a place, what was answered, and what may be done about it. */
export function CommentCard(props: Props) {
  const { comment, names, placeName, canAccept, isBusy, problem, onRemark, onAccept, onPlace } = props;
  const { t } = useDrawingWords();
  const moments = useMoments();
  const [reply, setReply] = useKept<string>(`reply ${comment.id}`);
  const pack = useDrawnPack();
  const replaced = comment.suggestion && replacedText(pack, comment.suggestion);
  const name = (id: string) => names[id] ?? id;
  const texts = comment.suggestion ? proposedTexts(comment.suggestion) : [];
  const settle = (state: 'done' | 'refused') => onRemark({ kind: 'settle', comment: comment.id, state });
  return (
    <Card withBorder p="md" data-comment={comment.id}>
      <Stack gap="xs">
        <Anchor
          component="button"
          type="button"
          ta="start"
          py={8}
          onClick={() => onPlace(comment.place)}
          aria-label={t('decide.comments.show', { place: placeName })}
        >
          {placeName}
        </Anchor>
        <Said by={name(comment.by)} at={moments.moment(comment.at)} text={comment.text} />
        {texts.length > 0 ? (
          <div>
            {replaced ? (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('decide.comments.now', {
                  field: t(`decide.fields.${replaced.field}`),
                  text: replaced.now,
                })}
              </Text>
            ) : null}
            <Text size="sm" c="dimmed">
              {t('decide.comments.proposed')}
            </Text>
            {texts.map((text) => (
              <Blockquote key={text} p="sm" style={{ whiteSpace: 'pre-wrap' }}>
                <bdi>{text}</bdi>
              </Blockquote>
            ))}
          </div>
        ) : null}
        {comment.replies.map(({ by, at, text }) => (
          <Stack key={`${at} ${by} ${text}`} gap={0} ps="md">
            <Said by={name(by)} at={moments.moment(at)} text={text} />
          </Stack>
        ))}
        {reply === undefined ? null : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              onRemark({ kind: 'reply', comment: comment.id, text: reply.trim() }, () => setReply(undefined));
            }}
          >
            <Stack gap="xs" align="flex-start">
              <Textarea
                w="100%"
                autosize
                label={t('decide.comments.replyTo', { name: name(comment.by) })}
                value={reply}
                onChange={(event) => setReply(event.currentTarget.value)}
              />
              <Button type="submit" disabled={reply.trim() === ''} loading={isBusy}>
                {t('decide.comments.sendReply')}
              </Button>
            </Stack>
          </form>
        )}
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          {canAccept && comment.suggestion ? (
            <Button disabled={isBusy} onClick={() => onAccept(comment)}>
              {t('decide.comments.accept')}
            </Button>
          ) : null}
          {reply === undefined ? (
            <Button variant="default" onClick={() => setReply('')}>
              {t('decide.comments.reply')}
            </Button>
          ) : null}
          <Button variant="default" disabled={isBusy} onClick={() => settle('done')}>
            {t('decide.comments.done')}
          </Button>
          <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => settle('refused')}>
            {t('decide.comments.refuse')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Said({ by, at, text }: { by: string; at: string; text: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {by} · {at}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {/* Written in whatever language: its full stop stays at its end. */}
        <bdi>{text}</bdi>
      </Text>
    </div>
  );
}
