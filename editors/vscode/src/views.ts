// The views: Sources, with what stands in each, and People. The server answers; nothing is read here.
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import type { Contents, Folder, People, Person, Quoted, Source, Sources } from './contract';
import type { Desk } from './desk';

export interface Node {
  readonly item: vscode.TreeItem;
  readonly children?: () => Promise<Node[]>;
  /** Where a source can be read. */
  readonly text?: string;
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

/** An entry that leads to its place. */
function leaf(text: string, description: string, icon: string, location: Location | null): Node {
  const label = onOneLine(text);
  const item = new vscode.TreeItem(label);
  item.description = description;
  item.tooltip = description ? `${label}\n${description}` : label;
  item.iconPath = new vscode.ThemeIcon(icon);
  lead(item, location);
  return { item };
}

function lead(item: vscode.TreeItem, location: Location | null): void {
  if (location) {
    item.command = { command: 'copydesk.goTo', title: vscode.l10n.t('Go to the passage'), arguments: [location] };
  }
}

/** The text of a source without its line breaks. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function parts(...all: (string | null)[]): string {
  return all.filter(Boolean).join(' · ');
}

/** A heading with its count; nothing where nothing stands below it. */
function group(id: string, label: string, icon: string, children: Node[]): Node[] {
  if (children.length === 0) {
    return [];
  }
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = String(children.length);
  item.iconPath = new vscode.ThemeIcon(icon);
  return [{ item, children: () => Promise.resolve(children) }];
}

const KINDS: Record<string, string> = { person: 'person', organisation: 'organization', place: 'location' };

/** What stands in a source. */
async function inside(desk: Desk, uri: string): Promise<Node[]> {
  const contents = await desk.ask<Contents>('copydesk.source', { uri });
  if (!contents) {
    return [];
  }
  const quotations = contents.quotations.map((it) => leaf(`“${it.text}”`, it.speaker ?? '', 'quote', it.location));
  const names = contents.names
    .filter((it) => it.kind in KINDS)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((it) => leaf(it.name, '', KINDS[it.kind] ?? 'symbol-misc', it.location));
  const dates = contents.dates.map((it) => leaf(it.text, it.value, 'calendar', it.location));
  return [
    ...group(`${uri}#quotations`, vscode.l10n.t('Quotations'), 'quote', quotations),
    ...group(`${uri}#names`, vscode.l10n.t('Names'), 'person', names),
    ...group(`${uri}#dates`, vscode.l10n.t('Dates'), 'calendar', dates),
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

function sourceNode(desk: Desk, source: Source): Node {
  const { uri } = source;
  const state = source.status === 'unreadable' || !uri
    ? vscode.TreeItemCollapsibleState.None
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(source.title ?? path.basename(source.path), state);
  item.description = parts(source.outlet, source.date, source.problem);
  item.tooltip = [source.path, source.problem].filter(Boolean).join('\n');
  item.iconPath = health(source);
  if (!uri) {
    return { item };
  }
  item.id = uri;
  item.resourceUri = vscode.Uri.parse(uri);
  item.contextValue = 'source';
  return { item, children: () => inside(desk, uri), text: source.text_uri ?? uri };
}

/** The sources; below their folders where more than one folder has any. */
function folderNodes(desk: Desk, folders: readonly Folder[]): Node[] {
  const filled = folders.filter((folder) => folder.sources.length > 0);
  if (filled.length < 2) {
    return filled.flatMap((folder) => folder.sources.map((source) => sourceNode(desk, source)));
  }
  return filled.map((folder) => {
    const uri = vscode.Uri.parse(folder.folder ?? '');
    const item = new vscode.TreeItem(path.posix.basename(uri.path), vscode.TreeItemCollapsibleState.Expanded);
    item.id = uri.toString();
    item.iconPath = new vscode.ThemeIcon('root-folder');
    return { item, children: () => Promise.resolve(folder.sources.map((source) => sourceNode(desk, source))) };
  });
}

export class SourcesView extends Tree {
  constructor(desk: Desk) {
    super(async () => {
      const answer = await desk.ask<Sources>('copydesk.showSources', { silent: true });
      return folderNodes(desk, answer?.folders ?? []);
    });
  }
}

function said(quoted: Quoted): Node {
  return leaf(`“${quoted.text}”`, parts(quoted.source, quoted.date), 'quote', quoted.location);
}

function personNode(person: Person): Node {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(person.name, person.quotations.length > 0 ? Collapsed : None);
  item.description = person.roles[0]?.role ?? '';
  item.tooltip = [
    person.name,
    vscode.l10n.t('Spellings: {0}', person.spellings.map((it) => it.text).join(', ')),
    vscode.l10n.t('In: {0}', person.sources.join(', ')),
  ].join('\n');
  item.iconPath = new vscode.ThemeIcon(KINDS[person.kind] ?? 'symbol-misc');
  item.contextValue = 'name';
  lead(item, person.location);
  return { item, children: () => Promise.resolve(person.quotations.map(said)) };
}

export class PeopleView extends Tree {
  constructor(desk: Desk) {
    super(async () => {
      const answer = await desk.ask<People>('copydesk.people', {});
      const known = (answer?.people ?? []).filter((it) => it.kind === 'person' || it.kind === 'organisation');
      return known.map(personNode);
    });
  }
}
