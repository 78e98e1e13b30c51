import { Button, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { speak } from '../words/i18n.ts';
import { LANGUAGE_IDS, LANGUAGE_KEY, LANGUAGES } from '../words/languages.ts';
import { useWords } from '../words/use-words.ts';

/** Chooses the language of the screens; remembered in this browser. */
export function LanguageMenu() {
  const { t, i18n, language } = useWords();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          px="sm"
          leftSection={<IconLanguage size={20} aria-hidden />}
          aria-label={`${t('app.language')} : ${LANGUAGES[language].name}`}
        >
          {LANGUAGES[language].short}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGE_IDS.map((id) => (
          <Menu.Item
            key={id}
            lang={id}
            mih={44}
            rightSection={id === language ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => {
              localStorage.setItem(LANGUAGE_KEY, id);
              void speak(i18n, id);
            }}
          >
            {LANGUAGES[id].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
