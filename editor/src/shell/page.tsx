import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly above?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  readonly width?: number;
};

/** A page: its title, what it is part of, and what can be done on the whole of it. */
export function Page({ title, children, above, subtitle, actions, back, width = 1120 }: Props) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <Box maw={width} mx="auto">
      <Stack gap="lg">
        {back ? (
          <Anchor component={Link} href={back.href} w="fit-content" py={6} className="way">
            <Group gap={6} wrap="nowrap">
              <IconArrowLeft size={18} aria-hidden className="flip-in-rtl" />
              {back.label}
            </Group>
          </Anchor>
        ) : null}
        {above}
        <Group justify="space-between" align="flex-end" gap="md">
          <div>
            <Title order={1} size="h2">
              {title}
            </Title>
            {typeof subtitle === 'string' ? <Text c="dimmed">{subtitle}</Text> : subtitle}
          </div>
          {actions}
        </Group>
        {children}
      </Stack>
    </Box>
  );
}
