// What views, status bar and commands share: the program, the running server, the folders.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { program } from './program';

export class Desk {
  /** The server's client, from its start on. */
  client: LanguageClient | undefined;

  constructor(readonly context: vscode.ExtensionContext) {}

  get program(): string {
    return program(this.context);
  }

  get running(): LanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  get folders(): string[] {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  }

  /** What the server answers to a command of its own; nothing where there is no server, or it refuses. */
  async ask<T>(command: string, argument: object): Promise<T | undefined> {
    try {
      const answer = await this.running?.sendRequest<T | null>('workspace/executeCommand', { command, arguments: [argument] });
      return answer ?? undefined;
    } catch {
      // Cancelled, stopped in between, or an older server: there is nothing to show.
      return undefined;
    }
  }
}
