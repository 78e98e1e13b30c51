import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { NotOpened } from './shell/not-opened.tsx';
import { Settings } from './shell/settings.tsx';
import { loadWords } from './words/i18n.ts';
import { firstLanguage } from './words/languages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html must hold an element with the id root.');

const words = await loadWords(firstLanguage());

const page = createRoot(root, {
  // React takes the whole page away then: whoever wrote on it is told that nothing is lost, and how to go on.
  onUncaughtError: (error) => {
    console.error(error);
    show(<NotOpened />);
  },
});
const show = (shown: ReactNode) =>
  page.render(
    <StrictMode>
      <Settings words={words}>{shown}</Settings>
    </StrictMode>,
  );
show(<App />);
