// The status bar: "5 sources · 11 of 12 quotations verified".
import * as vscode from 'vscode';
import type { Summary } from './contract';
import type { Desk } from './desk';

/** How long things must have been at rest before the server is asked anew, in milliseconds. */
const REST = 200;

export class Status implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem('copydesk', vscode.StatusBarAlignment.Left, 10);
  private readonly changed = new vscode.EventEmitter<void>();
  /** There are other sources than before. */
  readonly onDidChangeSources = this.changed.event;
  private timer: NodeJS.Timeout | undefined;
  private summary: Summary | undefined;
  private reading: number | undefined;

  constructor(private readonly desk: Desk) {
    this.item.name = 'Copydesk';
    this.item.command = 'copydesk.sources.focus';
    this.item.tooltip = vscode.l10n.t('Copydesk: show the sources');
  }

  /** How many in a hundred of the sources are read; `undefined` when the reading has ended. */
  read(percentage: number | undefined): void {
    this.reading = percentage;
    this.show();
    this.renew();
  }

  /** Asks anew how things stand, once they have come to rest. */
  renew(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), REST);
  }

  private async ask(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const before = this.summary;
    this.summary = await this.desk.ask<Summary>('copydesk.summary', uri?.scheme === 'file' ? { uri: uri.toString() } : {});
    if (before?.sources !== this.summary?.sources || before?.unreadable !== this.summary?.unreadable) {
      this.changed.fire();
    }
    void vscode.commands.executeCommand('setContext', 'copydesk.hasSources', (this.summary?.sources ?? 0) > 0);
    this.show();
  }

  private show(): void {
    this.item.text = this.text();
    if (this.desk.running && (this.reading !== undefined || this.summary)) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  private text(): string {
    if (this.reading !== undefined) {
      return `$(sync~spin) ${vscode.l10n.t('reading sources, {0} %', this.reading)}`;
    }
    const { sources = 0, unreadable = 0, quotations = 0, verified = 0 } = this.summary ?? {};
    if (sources === 0) {
      return `$(quote) ${vscode.l10n.t('no sources')}`;
    }
    const all = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
    const unread = unreadable > 0 ? vscode.l10n.t(', {0} unreadable', unreadable) : '';
    const draft = quotations > 0 ? ` · ${vscode.l10n.t('{0} of {1} quotations verified', verified, quotations)}` : '';
    return `$(quote) ${all}${unread}${draft}`;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item.dispose();
    this.changed.dispose();
  }
}
