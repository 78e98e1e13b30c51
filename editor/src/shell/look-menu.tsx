import { ActionIcon, Group, Menu, useMantineColorScheme } from '@mantine/core';
import { IconContrast2, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { useContrast } from './use-contrast.ts';

const SCHEMES = [
  { id: 'auto', Icon: IconDeviceDesktop },
  { id: 'light', Icon: IconSun },
  { id: 'dark', Icon: IconMoon },
] as const;

/** Light by day, dark by night, and in both a contrast for a pale projector or tired eyes; remembered in this browser. */
export function LookMenu() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { isHigh, choose } = useContrast();
  return (
    <Menu position="bottom-end" withinPortal width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t('look.title')}>
          <IconContrast2 size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('look.title')}>
        {SCHEMES.map(({ id, Icon }) => (
          <Menu.RadioItem
            key={id}
            value={id}
            mih={44}
            checked={id === colorScheme}
            closeMenuOnClick
            onChange={() => setColorScheme(id)}
          >
            <Group gap="xs" wrap="nowrap">
              <Icon size={18} aria-hidden /> {t(`look.${id}`)}
            </Group>
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem mih={44} checked={isHigh} closeMenuOnClick onChange={choose}>
          <Group gap="xs" wrap="nowrap">
            <IconContrast2 size={18} aria-hidden /> {t('look.contrast')}
          </Group>
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
