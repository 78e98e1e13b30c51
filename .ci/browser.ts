// The browser that tests drive, without downloading one: CHROMIUM_PATH; a Chromium or Chrome of this
// machine; the one packed inside @sparticuz/chromium.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function browserOfThisMachine(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path));
}

/** Unpacks the packed browser beside the system's temporary files and names it; it also sets LD_LIBRARY_PATH. */
async function packedBrowser(): Promise<string> {
  // Asks the package for the system libraries that a bare machine lacks; read when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names no file: ${given}`);
  const found = given || browserOfThisMachine() || (await packedBrowser());
  // Runners start workers as other processes: they take the same browser, and nothing is unpacked twice.
  process.env.CHROMIUM_PATH = found;
  return found;
}

/** Playwright's launch options for that browser, the same in every runner. */
export async function launchOptions(): Promise<{ executablePath: string; args: string[] }> {
  return { executablePath: await findBrowser(), args: quietArgs };
}
