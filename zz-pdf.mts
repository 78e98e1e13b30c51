import { chromium } from '@playwright/test';
import { launchOptions } from './.ci/browser.ts';
const b = await chromium.launch(await launchOptions()); const p = await b.newPage();
await p.goto('file://' + process.argv[2]); await p.emulateMedia({ media: 'print' });
await p.pdf({ path: process.argv[3], format: 'A4', preferCSSPageSize: true }); await b.close();
