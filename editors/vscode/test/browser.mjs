// A page of the real VS Code in headless Chromium.
import { chromium } from 'playwright-core';

export const SIZE = { width: 1200, height: 760 };

const HOW = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // root needs --no-sandbox
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
};

export async function open(prepare) {
  // Chromium now and then dies at its start on a busy machine.
  const browser = await chromium.launch(HOW).catch(() => chromium.launch(HOW));
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await prepare?.(page);
  return { browser, page };
}
