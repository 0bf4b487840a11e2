// The packaged extension as a person uses it, from the demo on. Arguments: VS Code's address, the
// person's home, where the pictures go.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { open, SIZE } from './browser.mjs';

const [base, home, pictures] = process.argv.slice(2);
const MOST_BYTES = 80_000;
/** For activation, in milliseconds, by VS Code's own reckoning. */
const MOST_TIME = 200;
mkdirSync(pictures, { recursive: true });
const { browser, page } = await open();
const ok = (what) => console.log(`ok   ${what}`);
const rows = (title) => page.locator('.pane', { hasText: title }).locator('.monaco-list-row');
const line = (text) => page.locator('.view-line', { hasText: text });

/** Runs a command by its name in the palette. */
async function command(name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input').fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/** The box of `text` inside of a line of the editor. */
function boxOf(text) {
  return page.evaluate((wanted) => {
    for (const shown of document.querySelectorAll('.view-line')) {
      const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.data.replace(/\u00a0/gu, ' ').indexOf(wanted);
        if (start >= 0) {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
      }
    }
    throw new Error(`${wanted} is not shown`);
  }, text);
}

async function pointAt(text) {
  const box = await boxOf(text);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  return box;
}

/** Clicks until the cursor is in the line: the editor may still be moving. */
async function clickOn(text, number) {
  const there = page.locator('.statusbar-item', { hasText: `Ln ${number},` });
  for (let tries = 0; tries < 20 && !(await there.isVisible()); tries += 1) {
    const box = await boxOf(text);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(300);
  }
  await there.waitFor();
}

async function demo() {
  await page.goto(`${base}/?ew=true`, { waitUntil: 'domcontentloaded' });
  // Commands of extensions are there as soon as their views are.
  await page.locator('.activitybar a[aria-label="Copydesk"]').waitFor();
  await command('Copydesk: Open the Demo');
  await line('The pier comes back').waitFor();
  ok('the demo opens with its draft');
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  ok('the faults are underlined');
  await page.locator('.statusbar-item', { hasText: /3 sources · \d of 10 quotations verified/u }).waitFor();
  ok('the status bar');
}

/** The squiggle with its hover, and nothing else: the part of the page that is the picture. */
async function hover() {
  await page.keyboard.press('Control+B');
  await page.setViewportSize({ width: 980, height: 760 });
  const word = await pointAt('ship');
  const card = page.locator('.monaco-hover:visible', { hasText: 'Tomasz Verrill' }).first();
  await card.waitFor();
  assert.match(await card.innerText(), /the source has “boat”, the draft “ship”[^]*One word differs/u);
  ok('pointing at one shows the evidence');
  await card.getByRole('button', { name: 'Quick Fix' }).waitFor();
  const box = await card.boundingBox();
  assert.ok(word.y + word.height <= box.y + 2, 'the word is not covered');
  await cut('vscode', { top: 36, left: 54, right: 976, bottom: box.y + box.height + 14 });
  await page.setViewportSize(SIZE);
  await page.keyboard.press('Control+B');
}

/** Takes a picture and makes its file small. */
async function cut(name, { top, left, right, bottom }) {
  const path = `${pictures}/${name}.png`;
  await page.screenshot({ path, clip: { x: left, y: top, width: right - left, height: bottom - top } });
  execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', path, '64', path]);
  const size = statSync(path).size;
  assert.ok(size > 10_000 && size < MOST_BYTES, `${name}.png has ${size} bytes`);
  ok(`the picture ${name}.png, ${Math.round(size / 1000)} kB`);
}

async function fix() {
  await page.keyboard.press('Control+Shift+M');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'the source has “boat”, the draft “ship”' });
  await problem.waitFor();
  ok('the Problems panel');
  await clickOn('ship', 9);
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget .monaco-list-row');
  await menu.filter({ hasText: 'Use the source’s wording' }).first().waitFor();
  await menu.filter({ hasText: 'Ignore misquote here' }).first().waitFor();
  ok('Ctrl+. offers the fix');
  await menu.filter({ hasText: 'Use the source’s wording' }).first().click();
  await line('step onto a boat').waitFor();
  await problem.waitFor({ state: 'detached' });
  ok('the fix is applied, the problem gone');
  await page.keyboard.press('Control+S');
  const saved = () => readFileSync(`${home}/profile/User/globalStorage/copydesk.copydesk/demo/drafts/pier.md`, 'utf8');
  for (let wait = 0; wait < 100 && !saved().includes('step onto a boat'); wait += 1) await page.waitForTimeout(50);
  assert.match(saved(), /step onto a boat/u);
  ok('saved');
  await page.keyboard.press('Control+J');
}

async function insert() {
  await clickOn('The pier comes back', 1);
  await page.keyboard.press('Control+End');
  await command('Copydesk: Insert Quotation');
  await page.locator('.quick-input-widget:visible input').fill('starts to think');
  // The others go when the server has answered to the words.
  await page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'detached' });
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lies still' }).click();
  await line('“A boat that lies still').waitFor();
  ok('a real quotation is put in');
  await page.keyboard.press('Control+Z');
}

async function complete() {
  await page.keyboard.press('Control+End');
  const offered = page.locator('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.type('Lucan Osei said: “');
  await offered.filter({ hasText: 'both boats warm' }).waitFor();
  ok('an opening mark offers what the one who was named said');
  await page.keyboard.press('Escape');
  await page.keyboard.type('We have kept');
  await page.keyboard.press('Control+Space');
  await offered.filter({ hasText: 'both boats warm' }).first().waitFor();
  await page.keyboard.press('Enter');
  await line('Lucan Osei said: “We have kept both boats warm for sixteen months').waitFor();
  ok('completion inside quotation marks');
}

async function views() {
  await page.locator('.statusbar-item', { hasText: /3 sources/u }).click();
  await rows('Sources').filter({ hasText: 'Council votes to rebuild the ferry pier' }).waitFor();
  await rows('People').filter({ hasText: 'Odalys Brandt' }).first().waitFor();
  await rows('Sources').filter({ hasText: 'Council votes' }).locator('.monaco-tl-twistie').click();
  await rows('Sources').filter({ hasText: 'Quotations' }).locator('.monaco-tl-twistie').click();
  await rows('Sources').filter({ hasText: 'A town that lives from the sea' }).waitFor();
  await rows('People').filter({ hasText: 'Lucan Osei' }).locator('.monaco-tl-twistie').click();
  await rows('People').filter({ hasText: 'both boats warm' }).waitFor();
  ok('the views');
  // A wider side bar, with the mouse away from it.
  await page.mouse.move(350, 300);
  await page.mouse.down();
  await page.mouse.move(560, 300, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(900, 600);
  await page.waitForTimeout(1000);
  const views = await page.locator('.part.sidebar').boundingBox();
  await cut('vscode-views', { top: 36, left: 4, right: views.x + views.width, bottom: 620 });
}

async function passage() {
  await clickOn('to pay for a pier', 5);
  await page.keyboard.press('F12');
  await page.locator('.tab.active', { hasText: 'gazette.txt' }).waitFor();
  await line('We will not raise the council tax').waitFor();
  ok('F12 goes to the passage');
}

/** By VS Code's own reckoning; another program may have had the machine for a while, so the best of three. */
async function activation() {
  const list = page.locator('.runtime-extensions-editor .monaco-list-row');
  const row = list.filter({ hasText: 'Copydesk' });
  const times = [];
  while (times.length < 3 && !(times.at(-1) < MOST_TIME)) {
    if (times.length > 0) {
      await page.reload({ waitUntil: 'domcontentloaded' });
      await page.locator('.statusbar-item', { hasText: /3 sources/u }).waitFor();
    }
    await command('Developer: Show Running Extensions');
    await list.first().hover();
    // The slowest come first, and only rows in view are there.
    for (let turns = 0; turns < 20 && !(await row.isVisible()); turns += 1) {
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(100);
    }
    times.push(Number(/Activation: (\d+)ms/u.exec(await row.innerText())?.[1]));
    await page.keyboard.press('Escape');
  }
  assert.ok(times.at(-1) < MOST_TIME, `activation took ${times.join(', ')} ms`);
  ok(`active within ${times.at(-1)} ms`);
}

async function walkthrough() {
  await command('Welcome: Open Walkthrough');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Get Started with Copydesk' }).click();
  await page.locator('.gettingStartedContainer', { hasText: 'See it at work' }).waitFor();
  await page.screenshot({ path: `${pictures}/vscode-walkthrough.png` });
  ok('the walkthrough');
}

try {
  for (const step of [demo, hover, fix, insert, complete, views, passage, activation, walkthrough]) {
    await step();
  }
  console.log('all of ui.mjs was seen');
} catch (problem) {
  await page.screenshot({ path: `${pictures}/failure.png` });
  console.log('FAIL', problem.stack);
  process.exitCode = 1;
} finally {
  await browser.close();
}
