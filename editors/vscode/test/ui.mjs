// The packaged extension as a person sees it, on the demo. Arguments: the server's address, the demo's
// folder, where the pictures go.
import { mkdirSync } from 'node:fs';
import { open } from './browser.mjs';

const [base, folder, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const { browser, page } = await open();
const picture = (name) => page.screenshot({ path: `${pictures}/vscode-${name}.png` });
const ok = (what) => console.log(`ok   ${what}`);
try {
  await page.goto(`${base}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('treeitem', { name: 'drafts' }).waitFor();
  await page.keyboard.press('Control+P');
  await page.keyboard.type('pier.md');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'pier.md' }).first().waitFor();
  await page.keyboard.press('Enter');

  const squiggle = page.locator('.monaco-editor .squiggly-error').first();
  await squiggle.waitFor();
  ok('the faults are underlined');

  const status = page.locator('.statusbar-item', { hasText: /3 sources · \d+ of \d+ quotations verified/u });
  await status.waitFor();
  ok('the status bar');

  const box = await squiggle.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 4 });
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Gazette' });
  await hover.first().waitFor();
  await picture('hover');
  ok('pointing at one shows the evidence');

  await status.click();
  const row = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row');
  await row.first().waitFor();
  await page.locator('.pane', { hasText: 'People' }).locator('.monaco-list-row', { hasText: 'Odalys Brandt' }).first().waitFor();
  await page.mouse.move(900, 700);
  await picture('views');
  ok('the views');
  console.log('all of it was seen');
} catch (problem) {
  await picture('failure');
  console.log('FAIL', problem.message);
  process.exitCode = 1;
} finally {
  await browser.close();
}
