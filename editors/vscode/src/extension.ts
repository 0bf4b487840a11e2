// Copydesk in VS Code: starts the server and adds views, a status bar item and commands.
import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import { chooseSources, insertQuotation, Pages, timeline, verifySelection, who } from './commands';
import { demo, showDraft } from './demo';
import { Desk } from './desk';
import { Status } from './status';
import { type Node, PeopleView, SourcesView } from './views';

/** How long the sources must have been at rest before the views are renewed, in milliseconds. */
const REST = 1000;

/** What the tests see. */
export interface Api {
  readonly sources: SourcesView;
  readonly people: PeopleView;
  readonly status: Status;
  readonly started: Promise<void>;
  readonly program: string;
}

let desk: Desk | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const mine = desk = new Desk(context);
  const sources = new SourcesView(mine);
  const people = new PeopleView(mine);
  const status = new Status(mine);
  const renew = () => {
    sources.refresh();
    people.refresh();
  };
  const refresh = soon(REST, () => {
    renew();
    status.renew();
  });
  const first = started(mine, status, refresh);
  // One after the other: two servers of one client would be in each other's way.
  let last = first;
  const restart = () => {
    last = last.then(async () => {
      await mine.client?.stop().catch(() => undefined);
      await mine.client?.dispose().catch(() => undefined);
      // The one that was stopped tells no more of its reading.
      status.read(undefined);
      await started(mine, status, refresh);
    });
    return last;
  };

  const watcher = vscode.workspace.createFileSystemWatcher('**/{copydesk.toml,sources.toml,{sources,corpus,refs,research}/**}');
  context.subscriptions.push(
    watcher, status, status.onDidChangeSources(renew),
    watcher.onDidChange(refresh), watcher.onDidCreate(refresh), watcher.onDidDelete(refresh),
    vscode.window.onDidChangeActiveTextEditor(() => status.renew()),
    vscode.window.registerTreeDataProvider('copydesk.sources', sources),
    vscode.window.registerTreeDataProvider('copydesk.people', people),
    // The setting for the program counts from now on.
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.path')) {
        void restart();
      } else if (event.affectsConfiguration('copydesk')) {
        refresh();
      }
    }),
    ...commands(mine, restart, refresh),
  );
  void showDraft(mine);
  return {
    sources,
    people,
    status,
    started: first,
    get program() {
      return mine.program;
    },
  };
}

export function deactivate(): Promise<void> | undefined {
  return desk?.client?.stop();
}

async function started(mine: Desk, status: Status, refresh: () => void): Promise<void> {
  try {
    // The client is most of the code: a file of its own, it does not hold up VS Code's start.
    const { createClient } = await import('./server');
    const client = mine.client = createClient(mine.program, {
      reading: (percentage) => {
        status.read(percentage);
        if (percentage === undefined) {
          refresh();
        }
      },
      checked: () => status.renew(),
    });
    await client.start();
    refresh();
  } catch (problem) {
    mine.client = undefined;
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Copydesk could not be started: {0}. Set "copydesk.path", or put copydesk on the path.', String(problem)),
    );
  }
}

function commands(mine: Desk, restart: () => Promise<void>, refresh: () => void): vscode.Disposable[] {
  const pages = new Pages();
  const all: Record<string, (...args: never[]) => unknown> = {
    'copydesk.verifySelection': () => verifySelection(mine),
    'copydesk.insertQuotation': () => insertQuotation(mine),
    'copydesk.chooseSources': (given?: vscode.Uri[]) => chooseSources(Array.isArray(given) ? given : undefined),
    'copydesk.who': (given?: Node | string) => who(mine, pages, typeof given === 'string' ? given : nameOf(given)),
    'copydesk.timeline': () => timeline(mine, pages),
    'copydesk.demo': () => demo(mine),
    'copydesk.restart': restart,
    'copydesk.refresh': refresh,
    'copydesk.showLog': () => mine.client?.outputChannel.show(),
    'copydesk.goTo': (location: Location) => mine.client && show(mine.client.protocol2CodeConverter.asLocation(location)),
    'copydesk.openSource': (node: Node) => node.text && vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(node.text)),
  };
  return [
    vscode.workspace.registerTextDocumentContentProvider('copydesk', pages),
    ...Object.entries(all).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  ];
}

function nameOf(node: Node | undefined): string | undefined {
  return node?.item ? String(node.item.label) : undefined;
}

/** Opens a place, in whatever editor its file has. */
function show({ uri, range }: vscode.Location): Thenable<unknown> {
  return vscode.commands.executeCommand('vscode.open', uri, { selection: range });
}

/** `what`, once, when it has not been asked for again for so many milliseconds. */
function soon(milliseconds: number, what: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(what, milliseconds);
  };
}
