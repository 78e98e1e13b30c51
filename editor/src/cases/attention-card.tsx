import { Card, Group, Stack, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly children: ReactNode;
};

/** What waits for somebody in a case, set apart from what the case asks by itself. */
export function AttentionCard({ icon: Icon, title, children }: Props) {
  return (
    <Card withBorder component="section" className="attention" aria-label={title}>
      <Group gap="xs" mb="xs">
        <Icon aria-hidden />
        <Title order={2} size="h5">
          {title}
        </Title>
      </Group>
      <Stack gap="md">{children}</Stack>
    </Card>
  );
}
