import { resolve } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './.ci/browser.ts';

/** A project of tests that run in Node, from source. */
const inNode = (name: string, include: string[]) => ({
  test: {
    name,
    include,
    environment: 'node' as const,
    // Ends what hangs; how fast something is, benchmarks tell.
    testTimeout: 300_000,
    setupFiles: [resolve(import.meta.dirname, '.ci/seed.ts')],
  },
});

export default defineConfig({
  test: {
    projects: [
      inNode('house', ['.ci/**/*.test.ts']),
      inNode('engine', ['engine/src/**/*.test.ts']),
      inNode('runtime', ['runtime/src/**/*.test.ts']),
      inNode('examples', ['examples/**/*.test.ts']),
      inNode('editor', ['editor/src/**/*.test.ts']),
      {
        // Every story is rendered in a browser, its `play` is run, and axe looks at the result.
        plugins: [react(), storybookTest({ configDir: 'editor/.storybook' })],
        // Stories read no editor/vite.config.ts, and no scan of theirs follows a worker: what only a worker imports would come late.
        optimizeDeps: { entries: ['src/**/*-worker.ts'] },
        test: {
          name: 'stories',
          testTimeout: 300_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // What fades in slowly is not yet visible to a check that comes at once.
            provider: playwright({
              launchOptions: await launchOptions(),
              contextOptions: { reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
