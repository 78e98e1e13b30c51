import { defineConfig } from '@playwright/test';
import journeys from '../playwright.config.ts';

/** `npm run screens`: the long look at every screen, apart from the journeys. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'every-screen.ts',
  globalSetup: '../build-editor.ts',
  outputDir: '../../test-results',
});
