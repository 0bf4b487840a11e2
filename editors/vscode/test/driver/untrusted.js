// A folder that is not trusted: findings as ever, from the program that came with the extension.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { extension, file, say, suite, until } = require('./steps');

module.exports = suite(async () => {
  assert.equal(vscode.workspace.isTrusted, false);
  const set = vscode.workspace.getConfiguration('copydesk').inspect('path');
  assert.equal(set.globalValue, '/nowhere/copydesk', 'the machine names a program');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('draft.md')));
  await until('the extension starts in a folder that is not trusted', () => extension().isActive);
  await extension().exports.started;
  assert.ok(extension().exports.program.startsWith(extension().extensionPath), extension().exports.program);
  await until('findings there', () => vscode.languages.getDiagnostics(file('draft.md')).length === 4);
  say('ok   the setting for the program is ignored');
});
