// The language server and its client.
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { settings } from './settings';

const LANGUAGES = [
  'markdown', 'plaintext', 'latex', 'tex', 'html', 'restructuredtext', 'asciidoc', 'typst', 'org',
];

export interface Listener {
  /** How far the reading of the sources is; `undefined` when it has ended. */
  reading(percentage: number | undefined): void;
  /** A draft has been checked. */
  checked(): void;
}

/** Accepting for good wants a reason. */
async function withReason(args: unknown[]): Promise<unknown[] | undefined> {
  const first = args[0] as { reason?: string } | undefined;
  if (!first || first.reason) {
    return args;
  }
  const reason = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Why is it right as it stands?'),
    placeHolder: vscode.l10n.t('own interview, 3 March'),
  });
  return reason ? [{ ...first, reason }] : undefined;
}

export function createClient(command: string, listener: Listener): LanguageClient {
  const server: ServerOptions = { command, args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.map((language) => ({ scheme: 'file', language })),
    initializationOptions: settings(),
    middleware: {
      executeCommand: async (name, args, next) => {
        const given = name === 'copydesk.accept' ? await withReason(args) : args;
        return given && next(name, given);
      },
      handleDiagnostics: (uri, diagnostics, next) => {
        next(uri, diagnostics);
        listener.checked();
      },
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        listener.checked();
        return report;
      },
      handleWorkDoneProgress: (token, params, next) => {
        listener.reading(params.kind === 'end' ? undefined : ('percentage' in params ? params.percentage ?? 0 : 0));
        next(token, params);
      },
      workspace: {
        configuration: (params) => params.items.map((item) => (item.section === 'copydesk' ? settings() : null)),
        didChangeConfiguration: () =>
          client.sendNotification('workspace/didChangeConfiguration', { settings: { copydesk: settings() } }),
      },
    },
  };
  const client = new LanguageClient('copydesk', 'Copydesk', server, options);
  return client;
}
