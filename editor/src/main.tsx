import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { beginPage } from './shell/begin-page.ts';
import { LANGUAGE_KEY } from './shell/language-menu.tsx';
import { Settings } from './shell/settings.tsx';
import { loadWords } from './words/i18n.ts';
import { firstLanguage } from './words/languages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html must hold an element with the id root.');

const coming = loadWords(firstLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages));
beginPage(location.pathname);
const words = await coming;

createRoot(root).render(
  <StrictMode>
    <Settings words={words}>
      <App />
    </Settings>
  </StrictMode>,
);
