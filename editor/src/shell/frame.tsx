import {
  ActionIcon,
  Alert,
  AppShell,
  Badge,
  Burger,
  Group,
  Indicator,
  NavLink,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure, useMediaQuery, useNetwork } from '@mantine/hooks';
import { IconCloudOff, IconLogout, IconRoute2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useWords } from '../words/use-words.ts';
import { DemoBanner } from './demo-banner.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { LookMenu } from './look-menu.tsx';
import { isTable, PLACES } from './navigation.ts';

type Props = {
  readonly children: ReactNode;
  readonly demo: boolean;
  /** Who is signed in. */
  readonly person?: { readonly name: string; readonly administrator: boolean } | undefined;
  readonly onSignOut?: () => void;
  /** Notices that ask to be acknowledged, told beside their place. */
  readonly waiting?: number;
};

/** Everything around a page: where to go, who I am, the language, and the banners that must never be missed. */
export function Frame({ children, demo, person, onSignOut, waiting = 0 }: Props) {
  const { t } = useWords();
  const [open, { toggle, close }] = useDisclosure(false);
  const [path] = useLocation();
  const { online } = useNetwork();
  const places = PLACES.filter((place) => !place.administrators || person?.administrator);
  const demoHeight = demo ? 34 : 0;
  const isWide = useMediaQuery('(min-width: 62em)');
  const isLean = isTable(path) && isWide;
  return (
    <AppShell
      header={{ height: 60 + demoHeight }}
      {...(person
        ? { navbar: { width: isLean ? 72 : 232, breakpoint: 'md', collapsed: { mobile: !open } } }
        : {})}
      padding={{ base: 'md', md: isLean ? 'md' : 'xl' }}
    >
      <a href="#content" className="skip">
        {t('app.skip')}
      </a>
      <AppShell.Header bg="var(--card)">
        {demo ? <DemoBanner /> : null}
        <Group h={60} px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            {person ? (
              <Burger
                opened={open}
                onClick={toggle}
                hiddenFrom="md"
                size="sm"
                aria-label={t(open ? 'app.closeMenu' : 'app.openMenu')}
                aria-expanded={open}
              />
            ) : null}
            <Link href="/" className="way" style={{ color: 'inherit', textDecoration: 'none' }}>
              <Group gap={8} wrap="nowrap">
                <IconRoute2 size={28} color="var(--mantine-color-lagoon-filled)" aria-hidden />
                <Text fw={720} size="lg">
                  {t('app.name')}
                </Text>
              </Group>
            </Link>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageMenu />
            <LookMenu />
            {person ? (
              <Tooltip label={t('app.signOut')}>
                <ActionIcon aria-label={t('app.signOut')} onClick={onSignOut}>
                  <IconLogout size={22} aria-hidden className="flip-in-rtl" />
                </ActionIcon>
              </Tooltip>
            ) : null}
          </Group>
        </Group>
      </AppShell.Header>
      {person ? (
        <AppShell.Navbar p="sm" bg="var(--card)" aria-label={t('app.navigation')}>
          <ScrollArea flex={1}>
            <Stack gap={4}>
              {places.map(({ id, path: to, Icon }) => {
                const isTold = id === 'notices' && waiting > 0;
                return (
                  <Tooltip key={id} label={t(`nav.${id}`)} position="right" disabled={!isLean}>
                    <NavLink
                      component={Link}
                      href={to}
                      className="nav-link"
                      label={isLean ? <VisuallyHidden>{t(`nav.${id}`)}</VisuallyHidden> : t(`nav.${id}`)}
                      rightSection={isTold && !isLean ? <Badge aria-hidden>{waiting}</Badge> : undefined}
                      aria-description={isTold ? t('notices.count', { count: waiting }) : undefined}
                      leftSection={
                        <Indicator disabled={!(isTold && isLean)} size={9} aria-hidden>
                          <Icon size={22} aria-hidden />
                        </Indicator>
                      }
                      active={path === to || path.startsWith(`${to}/`)}
                      aria-current={path === to ? 'page' : undefined}
                      onClick={close}
                    />
                  </Tooltip>
                );
              })}
            </Stack>
          </ScrollArea>
          {isLean ? (
            <VisuallyHidden>{t('app.signedInAs', { name: person.name })}</VisuallyHidden>
          ) : (
            <Text size="sm" c="dimmed" p="xs">
              {t('app.signedInAs', { name: person.name })}
            </Text>
          )}
        </AppShell.Navbar>
      ) : null}
      <AppShell.Main id="content" tabIndex={-1}>
        {online ? null : (
          <Alert color="orange" icon={<IconCloudOff aria-hidden />} mb="md" role="status" className="banner">
            {t('app.offline')}
          </Alert>
        )}
        {children}
        {/* Menus, lists and dialogs open in here: what lies over the page is a part of it, and found there. */}
        <div data-portal="true" data-mantine-shared-portal-node="true" />
      </AppShell.Main>
    </AppShell>
  );
}
