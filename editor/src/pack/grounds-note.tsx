import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconBook2, IconBulb, IconScale } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { articleWords } from './article-words.ts';

type Basis = 'law' | 'standard' | 'practice';
type Confidence = 'read' | 'secondary' | 'memory' | 'unknown';

export type ShownGrounds = {
  readonly basis?: Basis | undefined;
  readonly sources: readonly {
    readonly id: string;
    readonly instrument: Readonly<Record<string, string>>;
    readonly article?: string | undefined;
    readonly confidence: Confidence;
    readonly address?: string | undefined;
  }[];
};

const LOOKS = {
  law: { color: 'grape', Icon: IconScale },
  standard: { color: 'indigo', Icon: IconBook2 },
  practice: { color: 'gray', Icon: IconBulb },
} as const;

/** "art. 12", "par. 43". */
function useArticle(): (article: string | undefined) => string {
  const { language } = useWords();
  return (article) =>
    article === undefined ? '' : `${language === 'ar' ? '، ' : ', '}${articleWords(article, language)}`;
}

/** The same in one quiet line, for reasons among others. */
export function GroundsLine({ grounds }: { grounds: ShownGrounds }) {
  const { t, say } = useWords();
  const article = useArticle();
  const sources = grounds.sources.map(
    (source) =>
      `${say(source.instrument, source.id)}${article(source.article)} (${t(`confidence.${source.confidence}`)})`,
  );
  return (
    <Text size="sm" c="dimmed">
      {sources.length > 0 ? sources.join('\u00a0; ') : t(`basis.${grounds.basis ?? 'practice'}`)}
    </Text>
  );
}

/** What an element rests on: the basis in one chip, then every source with its article and how it was learned. */
export function GroundsNote({ grounds }: { grounds: ShownGrounds }) {
  const { t, say } = useWords();
  const article = useArticle();
  const basis = grounds.basis ?? (grounds.sources.length === 0 ? 'practice' : undefined);
  const look = basis ? LOOKS[basis] : undefined;
  return (
    <Stack gap={6}>
      {basis && look ? (
        <Badge
          color={look.color}
          size="lg"
          className="chip"
          leftSection={<look.Icon size={16} aria-hidden />}
        >
          {t(`basis.${basis}`)}
        </Badge>
      ) : null}
      {grounds.sources.map((source) => (
        <Group key={source.id} gap={8} align="baseline" wrap="wrap">
          <Text size="sm" fw={550}>
            <bdi>
              {source.address ? (
                <Anchor
                  href={source.address}
                  target="_blank"
                  rel="noreferrer noopener"
                  inherit
                  underline="always"
                >
                  {say(source.instrument, source.id)}
                </Anchor>
              ) : (
                say(source.instrument, source.id)
              )}
              {article(source.article)}
            </bdi>
          </Text>
          <Text size="sm" c="dimmed">
            {t(`confidence.${source.confidence}`)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
