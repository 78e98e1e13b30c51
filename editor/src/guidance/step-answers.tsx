import { List, Stack, Text } from '@mantine/core';
import {
  IconCertificate,
  IconClockHour4,
  IconFiles,
  IconFileText,
  IconListCheck,
  IconMoodKid,
  IconScale,
  IconTarget,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { GroundsNote } from '../pack/grounds-note.tsx';
import { Prose } from '../pack/prose.tsx';
import { RoleChips } from '../pack/role-chip.tsx';
import { useTerms } from '../pack/use-terms.ts';
import { useWords } from '../words/use-words.ts';
import { Answer } from './answer.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { TaskList } from './task-list.tsx';
import type { StepGuide } from './types.ts';

/** By when, who, what, and the child's part: what a worker must see first. */
export function StepEssentials({ step }: { step: StepGuide }) {
  const { t, say } = useWords();
  const child = useTerms()('child');
  return (
    <>
      {step.deadlines.length > 0 ? (
        <Answer icon={IconClockHour4} title={t('guide.byWhen')}>
          <DeadlineList deadlines={step.deadlines} />
        </Answer>
      ) : null}
      {step.who.length > 0 ? (
        <Answer icon={IconUser} title={t('guide.who')}>
          <RoleChips roles={step.who} />
        </Answer>
      ) : null}
      {step.purpose ? (
        <Answer icon={IconTarget} title={t('guide.what')}>
          <Prose>{say(step.purpose)}</Prose>
        </Answer>
      ) : null}
      {step.child ? (
        <Answer icon={IconMoodKid} title={child ? t('guide.childNamed', { child }) : t('guide.child')}>
          <Prose>{say(step.child)}</Prose>
        </Answer>
      ) : null}
    </>
  );
}

/** With whom, how, what else, and what it rests on. */
export function StepDetails({ step, standing = true }: { step: StepGuide; standing?: boolean }) {
  const { t, say } = useWords();
  const company = [
    { key: 'with', roles: step.with },
    { key: 'present', roles: step.present },
    { key: 'informed', roles: step.informed },
  ] as const;
  return (
    <>
      {company.some(({ roles }) => roles.length > 0) ? (
        <Answer icon={IconUsers} title={t('guide.withWhom')}>
          <Stack gap="xs">
            {company
              .filter(({ roles }) => roles.length > 0)
              .map(({ key, roles }) => (
                <Stack key={key} gap={4}>
                  {key === 'with' ? null : <Text size="sm">{t(`guide.${key}`)}</Text>}
                  <RoleChips roles={roles} />
                </Stack>
              ))}
          </Stack>
        </Answer>
      ) : null}
      {step.how ? (
        <Answer icon={IconFileText} title={t('guide.how')}>
          <Prose>{say(step.how)}</Prose>
        </Answer>
      ) : null}
      {step.tasks.length > 0 ? (
        <Answer icon={IconListCheck} title={t('guide.tasks')}>
          <TaskList tasks={step.tasks} standing={standing} />
        </Answer>
      ) : null}
      {step.documents.length > 0 ? (
        <Answer icon={IconFiles} title={t('guide.documents')}>
          <WordList items={step.documents} />
        </Answer>
      ) : null}
      {step.competencies.length > 0 ? (
        <Answer icon={IconCertificate} title={t('guide.competencies')}>
          <WordList items={step.competencies} />
        </Answer>
      ) : null}
      <Answer icon={IconScale} title={t('guide.grounds')}>
        <GroundsNote grounds={step.grounds} />
      </Answer>
    </>
  );
}

/** One step in the order a worker asks: who, what, by when, with whom, how, the child's part and why. */
export function StepAnswers({ step, standing = true }: { step: StepGuide; standing?: boolean }) {
  return (
    <Stack gap="lg">
      <StepEssentials step={step} />
      <StepDetails step={step} standing={standing} />
    </Stack>
  );
}

function WordList({ items }: { items: StepGuide['documents'] }) {
  const { say } = useWords();
  return (
    <List>
      {items.map((item) => (
        <List.Item key={say(item)}>{say(item)}</List.Item>
      ))}
    </List>
  );
}
