import { Card, Group, Stack, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  readonly icon: TablerIcon;
  readonly title: string;
  /** The level of its title under the headings around it. */
  readonly order: 2 | 3;
  readonly children: ReactNode;
};

/** What waits for somebody in a case, set apart from what the case asks by itself. */
export function AttentionCard({ icon: Icon, title, order, children }: Props) {
  return (
    <Card withBorder component="section" className="attention" aria-label={title}>
      <Group gap="xs" mb="xs">
        <Icon aria-hidden />
        <Title order={order} size="h5">
          {title}
        </Title>
      </Group>
      <Stack gap="md">{children}</Stack>
    </Card>
  );
}
