import { Box, Group, Text, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One question of the guide and its answer: who, what, by when, with whom, how... */
export function Answer({
  icon: Icon,
  title,
  children,
}: {
  icon: TablerIcon;
  title: string;
  children: ReactNode;
}) {
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Box c="lagoon" pt={2} className="answer-icon" aria-hidden>
        <Icon size={22} stroke={1.7} />
      </Box>
      <Box flex={1} miw={0}>
        <Title order={3} size="sm" c="dimmed" fw={600} mb={4}>
          {title}
        </Title>
        {typeof children === 'string' ? <Text>{children}</Text> : children}
      </Box>
    </Group>
  );
}
