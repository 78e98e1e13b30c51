import type { Preview } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure } from 'storybook/test';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { STORY_NOW } from '../src/fixtures/story-now.ts';
import { wordsIn } from '../src/fixtures/words-in.ts';
import { Settings } from '../src/shell/settings.tsx';
import { ClockProvider } from '../src/words/clock.tsx';
import { LANGUAGE_IDS } from '../src/words/languages.ts';

// A check waits for what comes late (a worker, a lazy view) as long as a slow machine needs.
configure({ asyncUtilTimeout: 15_000 });

const words = Object.fromEntries(LANGUAGE_IDS.map((id) => [id, wordsIn(id)]));

/** What goes wrong is shown at once: nothing in a story passes by itself. */
const newQueries = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

const preview: Preview = {
  parameters: {
    layout: 'padded',
    // A story with an accessibility fault is a failed test.
    a11y: { test: 'error' },
  },
  globalTypes: {
    language: { toolbar: { title: 'Language', items: [...LANGUAGE_IDS] } },
    scheme: { toolbar: { title: 'Scheme', items: ['light', 'dark'] } },
    contrast: { toolbar: { title: 'Contrast', items: ['usual', 'more'] } },
    direction: { toolbar: { title: 'Direction', items: ['ltr', 'rtl'] } },
  },
  initialGlobals: { language: 'fr', scheme: 'light', contrast: 'usual', direction: 'ltr' },
  decorators: [
    (Story, { globals, parameters }) => {
      const direction = globals['direction'] === 'rtl' ? 'rtl' : 'ltr';
      document.documentElement.dir = direction;
      document.documentElement.lang = String(globals['language']);
      const { hook } = memoryLocation({ path: String(parameters['path'] ?? '/') });
      return (
        <Settings
          key={`${globals['language']} ${direction} ${globals['scheme']} ${globals['contrast']}`}
          words={words[String(globals['language'])] ?? wordsIn('fr')}
          dir={direction}
          scheme={globals['scheme'] === 'dark' ? 'dark' : 'light'}
          contrast={globals['contrast'] === 'more' ? 'more' : 'usual'}
        >
          <QueryClientProvider client={newQueries()}>
            <Router hook={hook}>
              <ClockProvider clock={() => STORY_NOW}>
                <Story />
              </ClockProvider>
            </Router>
          </QueryClientProvider>
        </Settings>
      );
    },
  ],
};

export default preview;
