import { Button, Card, Group, Text } from '@mantine/core';
import type { Finding, Verdict } from '@parcours/engine';
import { IconArrowRight } from '@tabler/icons-react';
import { memo } from 'react';
import { usePack } from '../../pack/pack-context.tsx';
import { GuidelineNote } from '../../procedures/guideline-note.tsx';
import { useGoTo } from '../actions/use-go-to.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { textPlace } from '../sections/text-place.ts';
import { useLanguageName } from '../sections/use-language-name.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { MendButton } from './mend-button.tsx';
import { placeOf } from './place-of.ts';
import { targetOf } from './to-do-target.ts';
import './to-do.css';
import { useTold } from './use-told.ts';

type Props = {
  readonly finding: Finding;
  readonly verdict?: Verdict;
  /** By which the focus finds it again. */
  readonly id?: string;
  /** Findings of the same cause. */
  readonly others?: readonly Finding[];
  /** The place where one reads it: no way is shown that leads there. */
  readonly here?: string;
};

/** One thing to do: what it is, the way to its place, and what would settle it. */
export const ToDoCard = memo(function ToDoCard({ finding, verdict, id, others = [], here }: Props) {
  const { t, say } = useDrawingWords();
  const goTo = useGoTo();
  const pack = usePack();
  const told = useTold();
  const place = placeOf(finding.path);
  const target = targetOf(finding);
  const languageName = useLanguageName();
  const name = say(nameOfPlace(pack, target));
  const missing = finding.code === 'text.missing' ? String(finding.parameters['languages']).split(', ') : [];
  const targets =
    missing.length === 0
      ? [{ target, words: t('findings.goTo', { name }) }]
      : missing.map((language) => ({
          target: textPlace(finding.path, language),
          words: t('findings.writeIn', { name, language: languageName(language) }),
        }));
  return (
    <Card
      withBorder
      p="sm"
      component="article"
      className="to-do-card"
      tabIndex={-1}
      data-to-do={id}
      data-finding-code={finding.code}
      data-place={place}
    >
      <Text>{told(finding)}</Text>
      <Others others={others} />
      <GuidelineNote finding={finding} />
      <Group gap="xs" mt={6}>
        {targets
          .filter(({ target: to }) => to !== here)
          .map(({ target: to, words }) => (
            <Button
              key={to}
              variant="subtle"
              size="compact-md"
              h="auto"
              py={4}
              mih={44}
              rightSection={<IconArrowRight size={16} aria-hidden className="flip-in-rtl" />}
              onClick={() => goTo(to)}
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.3 } }}
            >
              {words}
            </Button>
          ))}
        <MendButton finding={finding} {...(verdict && { verdict })} />
      </Group>
    </Card>
  );
});

/** What else the same act settles, in a sentence for each kind. */
function Others({ others }: { readonly others: readonly Finding[] }) {
  const { t } = useDrawingWords();
  const count = (code: string) => others.filter((each) => each.code === code).length;
  const told = [
    ['todos.alsoRead', count('needs_law')],
    ['todos.saysNothing', count('safeguard.vacuous')],
    ['todos.sameList', count('choice.overlap')],
  ] as const;
  return told.map(([key, many]) =>
    many === 0 ? null : (
      <Text key={key} size="sm" c="dimmed">
        {t(key, { count: many })}
      </Text>
    ),
  );
}
