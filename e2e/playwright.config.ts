import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../.ci/browser.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './build-editor.ts',
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: await launchOptions(),
    trace: 'retain-on-failure',
  },
});
