// Runs a suite inside the extension host. Arguments: the server's address, the folder to open, the
// suite's file in driver/.
import path from 'node:path';
import { open } from './browser.mjs';

const [base, folder, suite] = process.argv.slice(2);
const driver = path.join(import.meta.dirname, 'driver');
const remote = (file) => `vscode-remote://${new URL(base).host}${file}`;
const payload = JSON.stringify([
  ['extensionDevelopmentPath', remote(driver)],
  ['extensionTestsPath', remote(path.join(driver, suite))],
]);

let done;
const ended = new Promise((resolve) => (done = resolve));
const { browser, page } = await open(async (fresh) => {
  // VS Code calls these two where they exist.
  await fresh.exposeFunction('codeAutomationExit', (code) => done(code));
  await fresh.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = args.filter((it) => typeof it === 'string').join(' ');
    if (process.env.VERBOSE || line.startsWith('[test] ')) console.log(line.replace('[test] ', ''));
  });
});
const address = `${base}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`;
await page.goto(address, { waitUntil: 'domcontentloaded' });
const code = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('timed out'), 240_000))]);
await browser.close();
if (code !== 0) {
  console.log('FAIL the extension host:', code);
  process.exit(1);
}
console.log(`all of ${suite} was seen`);
// The timer above would keep the process alive.
process.exit(0);
