// A page of the real VS Code in headless Chromium.
import { chromium } from 'playwright-core';

export async function open(prepare) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // root needs --no-sandbox
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await prepare?.(page);
  return { browser, page };
}
