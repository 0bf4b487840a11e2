// A folder that has nothing to do with Copydesk: the extension does not start until it is asked to.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { extension, file, pause, run, say, suite, until } = require('./steps');

/** VS Code gives the search for what starts an extension seven seconds. */
const SEARCHED = 8000;

module.exports = suite(async () => {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('notes.md')));
  await pause(SEARCHED);
  assert.equal(extension().isActive, false);
  say('ok   the extension sleeps in a plain folder');
  await run('copydesk.showLog');
  await until('a command of its own wakes it', () => extension().isActive);
  await extension().exports.started;
  assert.deepEqual(await extension().exports.sources.getChildren(), []);
  assert.deepEqual(vscode.languages.getDiagnostics(file('notes.md')), []);
  say('ok   and it finds nothing to say');
});
