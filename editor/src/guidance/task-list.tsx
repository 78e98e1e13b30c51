import { Group, Stack, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { DueBadge } from '../pack/due-badge.tsx';
import { useWords } from '../words/use-words.ts';
import type { StepGuide } from './types.ts';

const LOOKS = {
  yes: { Icon: IconCircleCheck, color: 'green' },
  no: { Icon: IconCircle, color: 'gray' },
  unknown: { Icon: IconHelpCircle, color: 'gray' },
} as const;

/** The small obligations of a step, each with where it stands in the case, if there is one. */
export function TaskList({ tasks, standing = true }: { tasks: StepGuide['tasks']; standing?: boolean }) {
  const { t, say } = useWords();
  return (
    <Stack gap="sm">
      {tasks.map((task) => {
        const { Icon, color } = LOOKS[standing ? task.met : 'no'];
        return (
          <Group key={task.id} gap="xs" align="flex-start" wrap="nowrap">
            <Icon
              size={22}
              color={`var(--mantine-color-${color}-text)`}
              aria-hidden
              style={{ flexShrink: 0 }}
            />
            <Stack gap={2}>
              <Text>
                {say(task.title, task.id)}{' '}
                <Text span size="sm" c="dimmed">
                  {[
                    ...(standing ? [t(`task.${task.met}`)] : []),
                    ...(task.required ? [t('task.required')] : []),
                    ...task.who.map((role) => say(role.label, role.id)),
                  ].join(' · ')}
                </Text>
              </Text>
              {task.due && task.met !== 'yes' ? <DueBadge due={task.due} /> : null}
            </Stack>
          </Group>
        );
      })}
    </Stack>
  );
}
