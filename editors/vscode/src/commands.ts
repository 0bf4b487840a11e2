// What the person can do beyond what the server offers by itself.
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Location, SymbolKind } from 'vscode-languageclient/node';
import type { Contents, Found } from './contract';
import type { Desk } from './desk';
import { run } from './program';
import { sourceArguments } from './settings';
import { onOneLine } from './views';

/** Texts that are only read: the timeline, what is known of a name. */
export class Pages implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '';
  }

  async show(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: 'copydesk', path: `/${title}` });
    this.texts.set(uri.path, text);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }
}

function folderOf(desk: Desk): string {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  return folder?.uri.fsPath ?? desk.folders[0] ?? os.homedir();
}

async function page(desk: Desk, pages: Pages, title: string, args: string[]): Promise<void> {
  const outcome = await run(desk.program, folderOf(desk), [...args, ...sourceArguments()]);
  if (outcome.stdout) {
    await pages.show(title, outcome.stdout);
  } else {
    void vscode.window.showWarningMessage(outcome.stderr.trim() || vscode.l10n.t('Copydesk gave no answer.'));
  }
}

export async function who(desk: Desk, pages: Pages, given?: string): Promise<void> {
  const name = given ?? await vscode.window.showInputBox({
    prompt: vscode.l10n.t('A person, organisation or place'),
    value: pointedAt(),
  });
  if (name) {
    await page(desk, pages, name, ['who', name]);
  }
}

/** What is selected, or the word at the cursor; a whole sentence is no name. */
function pointedAt(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return '';
  }
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  const text = range ? document.getText(range) : '';
  return text.length < 80 ? text : '';
}

export function timeline(desk: Desk, pages: Pages): Promise<void> {
  return page(desk, pages, vscode.l10n.t('Timeline'), ['timeline']);
}

const VERDICTS: Record<string, string> = {
  verified: vscode.l10n.t('The sources have these words.'),
  altered: vscode.l10n.t('The sources have other words.'),
  spliced: vscode.l10n.t('These words stand apart in the sources.'),
  unquoted: vscode.l10n.t('These are the source’s own words, quoted from nobody.'),
  unsourced: vscode.l10n.t('No source has these words.'),
};

/** Says whether the sources have what is selected, and goes there if wanted. */
export async function verifySelection(desk: Desk): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).trim();
  if (!text) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words of a quotation first.'));
    return undefined;
  }
  const found = await desk.ask<Found>('copydesk.find', { text });
  if (!found) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Copydesk gave no answer.'));
    return undefined;
  }
  const message = told(found);
  void offer(found, message);
  return message;
}

function told(found: Found): string {
  const verdict = VERDICTS[found.verdict] ?? found.verdict;
  const best = found.passages[0];
  return best ? `${verdict} “${onOneLine(best.text)}” (${[best.speaker, best.source].filter(Boolean).join(', ')})` : verdict;
}

async function offer(found: Found, message: string): Promise<void> {
  const location = found.passages[0]?.location;
  const open = vscode.l10n.t('Go to the passage');
  const say = found.verdict === 'verified' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const chosen = await say(message, ...(location ? [open] : []));
  if (chosen === open) {
    await vscode.commands.executeCommand('copydesk.goTo', location);
  }
}

/** The protocol's kind of symbol for a quotation. */
const QUOTATION: SymbolKind = 15;

interface Symbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly containerName?: string;
  readonly location: Location;
}

interface Pick extends vscode.QuickPickItem {
  readonly symbol: Symbol;
}

/** The full words: an entry of the server's list is cut after some seventy letters. */
async function inFull(desk: Desk, symbol: Symbol): Promise<string | undefined> {
  const shown = symbol.name.replace(/^“/u, '').replace(/”$/u, '');
  if (!shown.endsWith('…')) {
    return shown;
  }
  const contents = await desk.ask<Contents>('copydesk.source', { uri: symbol.location.uri });
  const all = contents?.quotations.map((said) => onOneLine(said.text.trim()));
  return all?.find((words) => words.startsWith(shown.slice(0, -1)));
}

/** A quick pick over the quotations of the sources, asked anew at each letter. */
export async function insertQuotation(desk: Desk): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const client = desk.running;
  if (!editor || !client) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft in a folder with sources first.'));
    return;
  }
  const pick = vscode.window.createQuickPick<Pick>();
  pick.placeholder = vscode.l10n.t('Words of the quotation');
  pick.matchOnDescription = true;
  let latest = 0;
  const renew = async (query: string) => {
    latest += 1;
    const mine = latest;
    const found = (await client.sendRequest<Symbol[] | null>('workspace/symbol', { query })) ?? [];
    if (mine === latest) {
      pick.items = found
        .filter((it) => it.kind === QUOTATION)
        .map((symbol) => ({ label: symbol.name, description: symbol.containerName ?? '', alwaysShow: true, symbol }));
    }
  };
  pick.onDidChangeValue((value) => void renew(value));
  pick.onDidHide(() => pick.dispose());
  pick.onDidAccept(async () => {
    const chosen = pick.selectedItems[0];
    if (!chosen) {
      return;
    }
    pick.hide();
    const words = await inFull(desk, chosen.symbol);
    if (words) {
      // A comma before the closing mark belongs to the source's sentence.
      await editor.edit((edit) => edit.replace(editor.selection, `“${words.replace(/,$/u, '')}”`));
    }
  });
  pick.show();
  await renew('');
}

/** Sets where the documents are: what is `given`, else what the person chooses. */
export async function chooseSources(given?: readonly vscode.Uri[]): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of your drafts first.'));
    return;
  }
  const chosen = given ?? await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    defaultUri: folder.uri,
    openLabel: vscode.l10n.t('These are the sources'),
  });
  if (!chosen) {
    return;
  }
  const names = chosen.map((uri) => {
    const below = path.relative(folder.uri.fsPath, uri.fsPath);
    return below.startsWith('..') || path.isAbsolute(below) ? uri.fsPath : below || '.';
  });
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('copydesk').update('sources', names, target);
}
