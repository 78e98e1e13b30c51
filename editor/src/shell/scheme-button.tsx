import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

/** Light by day, dark by night. */
export function SchemeButton() {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const now = useComputedColorScheme('light');
  const next = now === 'light' ? 'dark' : 'light';
  const Icon = next === 'dark' ? IconMoon : IconSun;
  return (
    <ActionIcon aria-label={t(`app.${next}`)} onClick={() => setColorScheme(next)}>
      <Icon size={22} aria-hidden />
    </ActionIcon>
  );
}
