// Loaded inside VS Code's extension host by host.mjs.
const assert = require('node:assert/strict');
const vscode = require('vscode');

const say = (text) => console.log(`[test] ${text}`);

async function until(what, condition, told) {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const held = await condition();
    if (held) {
      say(`ok   ${what}`);
      return held;
    }
  }
  throw new Error(`${what}: ${JSON.stringify(await told?.())}`);
}

async function body() {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'draft.md');
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const found = () => vscode.languages.getDiagnostics(uri).filter((it) => it.source === 'copydesk');
  const rule = (it) => (typeof it.code === 'object' ? it.code.value : it.code);
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  const run = (name, ...args) => vscode.commands.executeCommand(name, ...args);

  // It starts by itself, as there is a copydesk.toml.
  await until('the extension starts by itself', () => extension.isActive);
  const api = extension.exports;
  await api.started;

  await until('four findings', () => found().length === 4, found);
  for (const [name, text, message, severity] of [
    ['misquote', 'gallery', 'the source has “museum”, the draft “gallery”', vscode.DiagnosticSeverity.Error],
    ['misattribution', 'Solveig Ångström', 'Kaspar Nuñez said this, not Solveig Ångström', vscode.DiagnosticSeverity.Error],
    ['misdate', '24 April', 'the source has “14 April”', vscode.DiagnosticSeverity.Warning],
    ['misquote', 'palace', 'the source has “museum”, the draft “palace”', vscode.DiagnosticSeverity.Error],
  ]) {
    const it = found().find((one) => rule(one) === name && document.getText(one.range) === text);
    assert.ok(it, `${name} at ${text}`);
    assert.ok(it.message.includes(message), it.message);
    assert.equal(it.severity, severity);
    say(`ok   ${name} at “${text}”`);
  }
  const at = (text) => document.positionAt(document.getText().indexOf(text));

  const hovers = await run('vscode.executeHoverProvider', uri, at('gallery'));
  const card = hovers.flatMap((it) => it.contents.map((part) => part.value ?? part)).join('\n');
  assert.match(card, /museum[^]*Lantern|Lantern[^]*museum/u);
  assert.match(card, /Solveig Ångström/u);
  say('ok   hover shows the evidence');

  const passages = await run('vscode.executeDefinitionProvider', uri, at('thirty winters'));
  const passage = passages[0];
  assert.ok((passage.uri ?? passage.targetUri).path.endsWith('sources/lantern.md'));
  assert.equal((passage.range ?? passage.targetRange).start.line, 10);
  say('ok   go to the passage');

  // Status bar and views.
  await until('the status bar', () => api.status.item.text === '$(quote) 1 source · 1 of 3 quotations verified', () => api.status.item.text);
  const labels = (nodes) => nodes.map((node) => node.item.label);
  const sources = await api.sources.getChildren();
  assert.deepEqual(labels(sources), ['The lighthouse of Ærø keeps its keeper']);
  const groups = await api.sources.getChildren(sources[0]);
  assert.deepEqual(labels(groups), ['Quotations', 'Names', 'Dates']);
  const quotations = await api.sources.getChildren(groups[0]);
  assert.ok(labels(quotations).some((label) => label.includes('thirty winters')), labels(quotations).join());
  say('ok   the view Sources');
  const people = await until('the view People', async () => {
    const nodes = await api.people.getChildren();
    return labels(nodes).includes('Kaspar Nuñez') && nodes;
  });
  const said = await api.people.getChildren(people.find((node) => node.item.label === 'Kaspar Nuñez'));
  assert.ok(labels(said).some((label) => label.includes('thirty winters')), labels(said).join());
  say('ok   who says what');
  await run('copydesk.goTo', said.find((node) => node.item.label.includes('thirty winters')).item.command.arguments[0]);
  assert.ok(vscode.window.activeTextEditor.document.uri.path.endsWith('sources/lantern.md'));
  assert.match(vscode.window.activeTextEditor.document.getText(vscode.window.activeTextEditor.selection), /^I have slept under that lamp for thirty winters/u);
  say('ok   from a view to the passage');

  // Verify selection.
  const back = await vscode.window.showTextDocument(document);
  const from = at('I have slept');
  back.selection = new vscode.Selection(from, from.translate(0, 'I have slept under that lamp'.length));
  const verdict = await run('copydesk.verifySelection');
  assert.match(verdict, /The sources have these words\..*Kaspar Nuñez/u);
  say('ok   verify selection');

  // Completion of a real quotation.
  const end = new vscode.Position(document.lineCount - 1, 0);
  await back.edit((edit) => edit.insert(end, '\n“Nobody on this isl'));
  const offered = await until('completion of a quotation', async () => {
    const list = await run('vscode.executeCompletionItemProvider', uri, document.positionAt(document.getText().length));
    return list.items.find((it) => String(it.insertText ?? it.textEdit?.newText ?? it.label.label ?? it.label).includes('counted the ships'));
  });
  assert.ok(offered);
  await run('undo');

  // The fix, and the suppression.
  const action = async (text, title) => {
    const it = found().find((one) => document.getText(one.range) === text);
    const all = await run('vscode.executeCodeActionProvider', uri, it.range, vscode.CodeActionKind.QuickFix.value);
    const chosen = all.find((one) => one.title === title);
    assert.ok(chosen, all.map((one) => one.title).join());
    assert.ok(await vscode.workspace.applyEdit(chosen.edit));
  };
  await until('still four findings', () => found().length === 4, found);
  await action('gallery', 'Use the source’s wording');
  assert.ok(document.lineAt(2).text.startsWith('In a café on Ærø 🗼🏮, “We shall not sell the lamp to a museum across'), document.lineAt(2).text);
  await until('the fixed finding goes away', () => found().length === 3, found);
  await action('palace', 'Ignore misquote here');
  assert.match(document.getText(), /Ångström\. <!-- copydesk: ignore misquote -->/u);
  await until('the silenced finding goes away', () => found().length === 2, found);

  // Settings: what is set wins, what is not set is left to copydesk.toml.
  const configuration = vscode.workspace.getConfiguration('copydesk');
  await configuration.update('rules', { misdate: 'off' }, vscode.ConfigurationTarget.Workspace);
  await until('a rule is turned off in the settings', () => found().length === 1, found);
  await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await until('and on again', () => found().length === 2, found);

  await run('copydesk.restart');
  await until('findings after a restart', () => found().length === 2, found);
  await run('copydesk.timeline');
  assert.match(vscode.window.activeTextEditor.document.getText(), /2025-04-14/u);
  say('ok   the timeline');
}

exports.run = async () => {
  try {
    await body();
  } catch (problem) {
    say(`FAIL ${problem.stack}`);
    throw problem;
  }
};
