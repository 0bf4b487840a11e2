// The views: Sources, with what stands in each, and People.
import * as path from 'node:path';
import * as vscode from 'vscode';
import { type LanguageClient, SymbolKind } from 'vscode-languageclient/node';
import type { Read, Source, Sources, Who } from './contract';
import { inFolder, type Place } from './places';
import { ask } from './program';
import { sourceArguments } from './settings';

export interface Node {
  readonly item: vscode.TreeItem;
  readonly children?: () => Promise<Node[]>;
}

/** What the views ask. */
export interface Desk {
  readonly program: string;
  folders(): string[];
  client(): LanguageClient | undefined;
}

class Tree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly roots: () => Promise<Node[]>) {}

  refresh(): void {
    this.changed.fire();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.item;
  }

  getChildren(node?: Node): Promise<Node[]> {
    return node ? node.children?.() ?? Promise.resolve([]) : this.roots();
  }
}

function leaf(label: string, description: string, icon: string, place: Place): Node {
  const item = new vscode.TreeItem(label);
  item.description = description;
  item.tooltip = label;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command: 'copydesk.goTo', title: vscode.l10n.t('Go to the passage'), arguments: [place] };
  return { item };
}

function group(label: string, icon: string, children: Node[]): Node[] {
  if (children.length === 0) {
    return [];
  }
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(children.length);
  item.iconPath = new vscode.ThemeIcon(icon);
  return [{ item, children: () => Promise.resolve(children) }];
}

const KINDS: Record<string, string> = { person: 'person', organisation: 'organization', place: 'location' };

/** What stands in a source. */
async function inside(desk: Desk, file: string): Promise<Node[]> {
  const read = await ask<Read>(desk.program, path.dirname(file), ['read', file]);
  const document = read?.documents[0];
  if (!document) {
    return [];
  }
  const quotations = document.quotations
    .filter((it) => it.kind !== 'unattributed')
    .map((it) => leaf(`“${it.text}”`, it.speaker?.name ?? '', 'quote', { file, range: it.range, words: it.text }));
  const names = new Map(document.names.map((it) => [it.name, it] as const).reverse());
  const people = [...names.values()]
    .filter((it) => it.kind !== 'other')
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((it) => leaf(it.name, '', KINDS[it.kind] ?? 'symbol-misc', { file, range: it.range, words: it.text }));
  const dates = document.dates.map((it) => leaf(it.text, it.value, 'calendar', { file, range: it.range, words: it.text }));
  return [
    ...group(vscode.l10n.t('Quotations'), 'quote', quotations),
    ...group(vscode.l10n.t('Names'), 'person', people),
    ...group(vscode.l10n.t('Dates'), 'calendar', dates),
  ];
}

function health(source: Source): vscode.ThemeIcon {
  switch (source.status) {
    case 'read':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'partial':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    default:
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
}

function sourceNode(desk: Desk, folder: string, source: Source): Node {
  const file = inFolder(folder, source.path);
  const state = source.status === 'unreadable'
    ? vscode.TreeItemCollapsibleState.None
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(source.title ?? path.basename(source.path), state);
  item.description = [source.outlet, source.date, source.problem].filter(Boolean).join(' · ');
  item.tooltip = [source.path, source.problem].filter(Boolean).join('\n');
  item.iconPath = health(source);
  item.resourceUri = vscode.Uri.file(file);
  item.contextValue = 'source';
  return { item, children: () => inside(desk, file) };
}

export class SourcesView extends Tree {
  /** How many sources there are, and how many of them cannot be read; nothing before the first count. */
  count: { all: number; unreadable: number } | undefined;
  private readonly counted = new vscode.EventEmitter<void>();
  readonly onDidCount = this.counted.event;

  constructor(private readonly desk: Desk) {
    super(() => this.list());
  }

  private async list(): Promise<Node[]> {
    const nodes: Node[] = [];
    const count = { all: 0, unreadable: 0 };
    for (const folder of this.desk.folders()) {
      const answer = await ask<Sources>(this.desk.program, folder, ['sources', ...sourceArguments()]);
      for (const source of answer?.sources ?? []) {
        count.all += 1;
        count.unreadable += source.status === 'unreadable' ? 1 : 0;
        nodes.push(sourceNode(this.desk, folder, source));
      }
    }
    this.count = count;
    this.counted.fire();
    void vscode.commands.executeCommand('setContext', 'copydesk.hasSources', count.all > 0);
    return nodes;
  }

  /** Counts, whether the view is seen or not. */
  async recount(): Promise<void> {
    await this.list();
  }
}

interface Named {
  readonly name: string;
  readonly kind: number;
}

async function saidBy(desk: Desk, name: string): Promise<Node[]> {
  const nodes: Node[] = [];
  for (const folder of desk.folders()) {
    const who = await ask<Who>(desk.program, folder, ['who', name, ...sourceArguments()]);
    for (const person of who?.people ?? []) {
      for (const said of person.quotations) {
        const place = { file: inFolder(folder, said.path), range: said.range, words: said.text };
        nodes.push(leaf(`“${said.text}”`, said.source, 'quote', place));
      }
    }
  }
  return nodes;
}

export class PeopleView extends Tree {
  constructor(desk: Desk) {
    super(async () => {
      const found = (await desk.client()?.sendRequest<Named[] | null>('workspace/symbol', { query: '' })) ?? [];
      const people = found.filter((it) => it.kind === SymbolKind.Class || it.kind === SymbolKind.Module);
      return people.map((it) => {
        const item = new vscode.TreeItem(it.name, vscode.TreeItemCollapsibleState.Collapsed);
        item.iconPath = new vscode.ThemeIcon(it.kind === SymbolKind.Class ? 'person' : 'organization');
        item.contextValue = 'name';
        return { item, children: () => saidBy(desk, it.name) };
      });
    });
  }
}
