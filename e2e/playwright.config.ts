import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../.ci/browser.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './build-editor.ts',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: await launchOptions(),
    screenshot: 'only-on-failure',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
  },
});
