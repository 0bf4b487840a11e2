// The status bar: "5 sources · 11 of 12 quotations verified".
import * as vscode from 'vscode';
import { type DocumentSymbol, type LanguageClient, SymbolKind } from 'vscode-languageclient/node';

interface Tally {
  all: number;
  verified: number;
}

function tally(symbols: readonly DocumentSymbol[], into: Tally): Tally {
  for (const symbol of symbols) {
    const detail = symbol.detail ?? '';
    if (symbol.kind === SymbolKind.String && !detail.startsWith('not judged')) {
      into.all += 1;
      into.verified += detail.startsWith('✓') ? 1 : 0;
    }
    tally(symbol.children ?? [], into);
  }
  return into;
}

export class Status implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem('copydesk', vscode.StatusBarAlignment.Left, 10);
  private timer: NodeJS.Timeout | undefined;
  private draft: Tally | undefined;
  private reading: number | undefined;

  constructor(
    private readonly client: () => LanguageClient | undefined,
    private readonly sources: () => { all: number; unreadable: number } | undefined,
  ) {
    this.item.name = 'Copydesk';
    this.item.command = 'copydesk.sources.focus';
  }

  read(percentage: number | undefined): void {
    this.reading = percentage;
    this.show();
  }

  /** Asks anew how the draft stands, once things have come to rest. */
  renew(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), 200);
  }

  private async ask(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const client = this.client();
    this.draft = undefined;
    if (editor?.document.uri.scheme === 'file' && client?.isRunning()) {
      const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
      try {
        const symbols = await client.sendRequest<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument });
        this.draft = tally(symbols ?? [], { all: 0, verified: 0 });
      } catch {
        // Not a draft of the server's, or just closed.
      }
    }
    this.show();
  }

  private show(): void {
    this.item.text = this.text();
    this.item.tooltip = vscode.l10n.t('Copydesk: show the sources');
    if (this.client()) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  private text(): string {
    if (this.reading !== undefined) {
      return `$(sync~spin) ${vscode.l10n.t('reading sources, {0} %', this.reading)}`;
    }
    const parts: string[] = [];
    const count = this.sources();
    if (count) {
      const all = count.all === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', count.all);
      const unread = count.unreadable > 0 ? vscode.l10n.t(', {0} unreadable', count.unreadable) : '';
      parts.push(all + unread);
    }
    if (this.draft && this.draft.all > 0) {
      parts.push(vscode.l10n.t('{0} of {1} quotations verified', this.draft.verified, this.draft.all));
    }
    return `$(quote) ${parts.join(' · ')}`;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item.dispose();
  }
}
