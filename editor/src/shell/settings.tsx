import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import './contrast.css';
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { LANGUAGE_IDS, LANGUAGES } from '../words/languages.ts';
import { cssVariables, theme } from './theme.ts';
import { FollowContrast } from './use-contrast.ts';

type Props = {
  readonly words: i18n;
  readonly children: ReactNode;
  /** Only for stories: everything else takes the direction of the language. */
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
  readonly contrast?: 'more' | 'usual';
};

/** Words, direction and looks for everything below. */
export function Settings({ words, children, dir, scheme, contrast }: Props) {
  return (
    <I18nextProvider i18n={words}>
      <DirectionProvider initialDirection={dir ?? 'ltr'} detectDirection={false}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme={scheme ?? 'auto'}
          {...(scheme === undefined ? {} : { forceColorScheme: scheme })}
        >
          <FollowContrast forced={contrast} />
          {dir === undefined ? <FollowLanguage /> : null}
          <Notifications
            position="top-center"
            containerWidth={480}
            autoClose={6000}
            className="toasts"
            withinPortal={false}
          />
          {children}
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  );
}

/** Keeps the page's language and direction those of the words. */
function FollowLanguage() {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const language = LANGUAGE_IDS.find((id) => id === i18n.language) ?? 'fr';
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(LANGUAGES[language].dir);
  }, [language, setDirection]);
  return null;
}
