// A project with letters beyond ASCII and emoji before each fault: all that the extension does.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');
const { extension, file, run, say, suite, until } = require('./steps');

const { Error: ERROR, Warning: WARNING } = vscode.DiagnosticSeverity;
let uri;
let document;
let api;

const found = () => vscode.languages.getDiagnostics(uri).filter((it) => it.source === 'copydesk');
const count = (what, number) => until(what, () => found().length === number, found);
const at = (text) => document.positionAt(document.getText().indexOf(text));
const active = () => vscode.window.activeTextEditor;
const labels = (nodes) => nodes.map((node) => node.item.label);
const configuration = () => vscode.workspace.getConfiguration('copydesk');

async function findings() {
  await count('four findings', 4);
  for (const [rule, text, message, severity] of [
    ['misquote', 'gallery', 'the source has “museum”, the draft “gallery”', ERROR],
    ['misattribution', 'Solveig Ångström', 'Kaspar Nuñez said this, not Solveig Ångström', ERROR],
    ['misdate', '24 April', 'the source has “14 April”', WARNING],
    ['misquote', 'palace', 'the source has “museum”, the draft “palace”', ERROR],
  ]) {
    const it = found().find((one) => one.code.value === rule && document.getText(one.range) === text);
    assert.ok(it, `${rule} at ${text}`);
    assert.ok(it.message.includes(message), it.message);
    assert.equal(it.severity, severity);
    say(`ok   ${rule} at “${text}”`);
  }
}

async function evidence() {
  const hovers = await run('vscode.executeHoverProvider', uri, at('gallery'));
  const card = hovers.flatMap((it) => it.contents.map((part) => part.value ?? part)).join('\n');
  for (const part of ['museum', 'The Lantern', 'Solveig Ångström']) {
    assert.ok(card.includes(part), card);
  }
  say('ok   hover shows the evidence');

  const passages = await run('vscode.executeDefinitionProvider', uri, at('thirty winters'));
  const passage = passages[0];
  assert.ok((passage.uri ?? passage.targetUri).path.endsWith('sources/lantern.md'));
  assert.equal((passage.range ?? passage.targetRange).start.line, 10);
  active().selection = new vscode.Selection(at('thirty winters'), at('thirty winters'));
  await run('editor.action.revealDefinition');
  await until('go to the passage', () => active().document.uri.path.endsWith('sources/lantern.md') && active().selection.active.line === 10);
}

async function views() {
  const text = () => api.status.item.text;
  await vscode.window.showTextDocument(document);
  await until('the status bar', () => text() === '$(quote) 1 source · 0 of 3 quotations verified', text);
  const sources = await api.sources.getChildren();
  assert.deepEqual(labels(sources), ['The lighthouse of Ærø keeps its keeper']);
  assert.equal(sources[0].item.description, 'The Lantern · 2025-03-06');
  assert.equal(sources[0].item.iconPath.id, 'pass');
  const groups = await api.sources.getChildren(sources[0]);
  assert.deepEqual(labels(groups), ['Quotations', 'Names', 'Dates']);
  const [quotations, names, dates] = await Promise.all(groups.map((it) => api.sources.getChildren(it)));
  assert.ok(labels(quotations).some((label) => label.includes('thirty winters')), labels(quotations).join());
  assert.ok(labels(names).includes('Solveig Ångström'), labels(names).join());
  assert.ok(labels(dates).includes('14 April'), labels(dates).join());
  say('ok   the view Sources');

  const people = await until('the view People', async () => {
    const nodes = await api.people.getChildren();
    return labels(nodes).includes('Kaspar Nuñez') && nodes;
  });
  const said = await api.people.getChildren(people.find((node) => node.item.label === 'Kaspar Nuñez'));
  const winters = said.find((node) => node.item.label.includes('thirty winters'));
  assert.ok(winters, labels(said).join());
  say('ok   who says what');
  await run(winters.item.command.command, ...winters.item.command.arguments);
  await until('from a view to the passage', () =>
    active().document.getText(active().selection).startsWith('I have slept under that lamp for thirty winters'));
}

async function commands() {
  const back = await vscode.window.showTextDocument(document);
  const from = at('I have slept');
  back.selection = new vscode.Selection(from, from.translate(0, 'I have slept under that lamp'.length));
  assert.match(await run('copydesk.verifySelection'), /The sources have these words\..*Kaspar Nuñez/u);
  say('ok   verify selection');

  await run('copydesk.who', 'Kaspar Nuñez');
  assert.match(active().document.getText(), /Kaspar Nuñez[^]*thirty winters/u);
  say('ok   who is');
  await run('copydesk.timeline');
  assert.match(active().document.getText(), /2025-04-14/u);
  say('ok   the timeline');

  const before = document.getText();
  const draft = await vscode.window.showTextDocument(document);
  const end = document.positionAt(before.length);
  draft.selection = new vscode.Selection(end, end);
  await run('copydesk.insertQuotation');
  await until('insert quotation', async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    return /^“.{20,}”\s*$/u.test(document.getText().slice(before.length));
  }, () => document.getText().slice(before.length));
  await draft.edit((edit) => edit.delete(new vscode.Range(end, document.positionAt(document.getText().length))));
  assert.equal(document.getText(), before);
}

async function completion() {
  const end = document.positionAt(document.getText().length);
  await active().edit((edit) => edit.insert(end, '\n“Nobody on this isl'));
  await until('completion of a quotation', async () => {
    const position = document.positionAt(document.getText().length);
    const list = await run('vscode.executeCompletionItemProvider', uri, position);
    const text = (it) => String(it.insertText ?? it.textEdit?.newText ?? it.label.label ?? it.label);
    return list.items.some((it) => text(it).includes('counted the ships'));
  });
  await active().edit((edit) => edit.delete(new vscode.Range(end, document.positionAt(document.getText().length))));
}

/** Does the code action called `title` for the finding at `text`. */
async function act(text, title) {
  const it = found().find((one) => document.getText(one.range) === text);
  // The edits are told when an action is chosen.
  const all = await run('vscode.executeCodeActionProvider', uri, it.range, vscode.CodeActionKind.QuickFix.value, 20);
  const chosen = all.find((one) => one.title === title);
  assert.ok(chosen, all.map((one) => one.title).join());
  assert.ok(await vscode.workspace.applyEdit(chosen.edit));
}

async function mending() {
  await count('still four findings', 4);
  await act('gallery', 'Use the source’s wording');
  const line = document.lineAt(2).text;
  assert.ok(line.startsWith('In a café on Ærø 🗼🏮, “We shall not sell the lamp to a museum across'), line);
  await count('the fixed finding goes away', 3);
  await act('palace', 'Ignore misquote here');
  assert.match(document.getText(), /Ångström\. <!-- copydesk: ignore misquote -->/u);
  await count('the silenced finding goes away', 2);
}

/** For good, with a reason, which stands in the project. */
async function accepting() {
  const it = found().find((one) => one.code.value === 'misdate');
  const all = await run('vscode.executeCodeActionProvider', uri, it.range, vscode.CodeActionKind.QuickFix.value);
  const chosen = all.find((one) => one.command?.command === 'copydesk.accept');
  assert.ok(chosen, all.map((one) => one.title).join());
  await run('copydesk.accept', { ...chosen.command.arguments[0], reason: 'the harbour’s own word' });
  await count('the accepted finding goes away', 1);
  const accepted = file('copydesk.accepted.toml');
  assert.match(fs.readFileSync(accepted.fsPath, 'utf8'), /the harbour’s own word/u);
  fs.rmSync(accepted.fsPath);
  await count('and comes back without its entry', 2);
}

/** So many sources that their reading can be watched. */
async function reading() {
  const folder = file('sources/many').fsPath;
  fs.mkdirSync(folder);
  const line = (number) => `On day ${number} the keeper, Ada Moss, said: “The lamp burned for ${number} hours.” Nobody came.\n\n`;
  const text = Array.from({ length: 400 }, (_, number) => line(number)).join('');
  for (let number = 0; number < 60; number += 1) {
    fs.writeFileSync(path.join(folder, `log-${number}.txt`), `Log ${number}\n\n${text}`);
  }
  let seen = false;
  const watch = setInterval(() => { seen ||= /reading sources, \d+ %/u.test(api.status.item.text); }, 5);
  await run('copydesk.restart');
  await until('the status bar while sources are read', () => seen, () => api.status.item.text);
  await until('and after it', () => api.status.item.text.includes('61 sources'), () => api.status.item.text);
  clearInterval(watch);
  fs.rmSync(folder, { recursive: true });
  await until('sources that were removed are gone', () => api.status.item.text.startsWith('$(quote) 1 source'), () => api.status.item.text);
}

/** What is set wins, what is not set is left to copydesk.toml. */
async function settings() {
  const { Workspace } = vscode.ConfigurationTarget;
  await configuration().update('rules', { misdate: 'off' }, Workspace);
  await count('a rule is turned off in the settings', 1);
  await configuration().update('rules', undefined, Workspace);
  await count('and on again', 2);
  await run('copydesk.chooseSources', [file('sources')]);
  assert.deepEqual(configuration().get('sources'), ['sources']);
  await count('findings with the sources that were chosen', 2);
  await configuration().update('sources', undefined, Workspace);
  await run('copydesk.restart');
  await count('findings after a restart', 2);
}

/** The machine may name the program; the folder may not. */
async function program() {
  const bundled = api.program;
  assert.ok(bundled.startsWith(extension().extensionPath), bundled);
  assert.match(fs.readFileSync(file('.vscode/settings.json').fsPath, 'utf8'), /copydesk\.path/u);
  assert.equal(configuration().get('path'), '');
  say('ok   a folder cannot name the program');

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'program-'));
  const own = path.join(folder, 'own');
  fs.writeFileSync(own, `#!/bin/sh\ntouch "${folder}/called"\nexec "${bundled}" "$@"\n`, { mode: 0o755 });
  await configuration().update('path', own, vscode.ConfigurationTarget.Global);
  await until('the machine’s setting names the program', () => fs.existsSync(path.join(folder, 'called')) && api.program === own);
  await count('findings from it', 2);
  await configuration().update('path', undefined, vscode.ConfigurationTarget.Global);
  await until('and no longer', () => api.program === bundled);
  fs.rmSync(folder, { recursive: true });
}

module.exports = suite(async () => {
  uri = file('draft.md');
  document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  // There is a copydesk.toml.
  await until('the extension starts by itself', () => extension().isActive);
  api = extension().exports;
  await api.started;
  const { contributes } = extension().packageJSON;
  assert.ok(contributes.commands.every((it) => !it.title.includes('%')), 'titles are texts');
  assert.ok(contributes.tomlValidation.every((it) => fs.existsSync(path.join(extension().extensionPath, it.url))));

  await findings();
  await evidence();
  await views();
  await commands();
  await completion();
  await mending();
  await accepting();
  await settings();
  await program();
  await reading();
});
