// The sample project: written where the extension keeps its files, opened with its draft.
import * as vscode from 'vscode';
import type { Desk } from './desk';
import { run } from './program';

/** Whether the draft is still to be shown, once the window has the folder. */
const PENDING = 'demo.pending';

function folderOf(desk: Desk): vscode.Uri {
  return vscode.Uri.joinPath(desk.context.globalStorageUri, 'demo');
}

function draftOf(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, 'drafts', 'pier.md');
}

/** Writes the sample project, if it is not there yet, and opens it. */
export async function demo(desk: Desk): Promise<void> {
  const folder = folderOf(desk);
  await vscode.workspace.fs.createDirectory(desk.context.globalStorageUri);
  const outcome = await run(desk.program, desk.context.globalStorageUri.fsPath, ['demo', folder.fsPath]);
  try {
    await vscode.workspace.fs.stat(draftOf(folder));
  } catch {
    void vscode.window.showErrorMessage(outcome.stderr.trim() || vscode.l10n.t('The demo could not be written.'));
    return;
  }
  await desk.context.globalState.update(PENDING, true);
  // What the person has open stays open.
  const forceNewWindow = desk.folders.length > 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

/** In the window of the demo: shows the draft, the first time. */
export async function showDraft(desk: Desk): Promise<void> {
  const folder = folderOf(desk);
  const { globalState } = desk.context;
  if (globalState.get(PENDING) && desk.folders.includes(folder.fsPath)) {
    await globalState.update(PENDING, undefined);
    await vscode.window.showTextDocument(draftOf(folder), { preview: false });
  }
}
