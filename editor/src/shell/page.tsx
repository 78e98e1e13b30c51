import { ActionIcon, Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
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
  /** One low line above what needs the room of the screen. */
  readonly isLow?: boolean;
};

/** A page: its title, what it is part of, and what can be done on the whole of it. */
export function Page({
  title,
  children,
  above,
  subtitle,
  actions,
  back,
  width = 1120,
  isLow = false,
}: Props) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <Box maw={width} mx="auto">
      <Stack gap={isLow ? 'xs' : 'lg'}>
        {back && !isLow ? (
          <Anchor component={Link} href={back.href} w="fit-content" py={6} className="way">
            <Group gap={6} wrap="nowrap">
              <IconArrowLeft size={18} aria-hidden className="flip-in-rtl" />
              {back.label}
            </Group>
          </Anchor>
        ) : null}
        {above}
        <Group justify="space-between" align={isLow ? 'center' : 'flex-end'} gap={isLow ? 'xs' : 'md'}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            {back && isLow ? (
              <ActionIcon component={Link} href={back.href} aria-label={back.label}>
                <IconArrowLeft size={20} aria-hidden className="flip-in-rtl" />
              </ActionIcon>
            ) : null}
            <div>
              <Title order={1} size={isLow ? 'h4' : 'h2'}>
                {title}
              </Title>
              {typeof subtitle === 'string' ? <Text c="dimmed">{subtitle}</Text> : subtitle}
            </div>
          </Group>
          {actions}
        </Group>
        {children}
      </Stack>
    </Box>
  );
}
