// Copydesk in VS Code: starts the server and adds views, a status bar item and commands.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseSources, demo, insertQuotation, Pages, timeline, verifySelection, who } from './commands';
import { goTo, type Place } from './places';
import { program } from './program';
import { createClient } from './server';
import { Status } from './status';
import { type Desk, type Node, PeopleView, SourcesView } from './views';

let client: LanguageClient | undefined;

export interface Api {
  readonly sources: SourcesView;
  readonly people: PeopleView;
  readonly status: Status;
  readonly started: Promise<void>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const desk: Desk = {
    get program() {
      return program(context);
    },
    folders: () => (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
    client: () => (client?.isRunning() ? client : undefined),
  };
  const pages = new Pages();
  const sources = new SourcesView(desk);
  const people = new PeopleView(desk);
  const status = new Status(() => client, () => sources.count);
  const refresh = soon(1000, () => {
    sources.refresh();
    people.refresh();
    void sources.recount();
  });

  const start = async () => {
    client = createClient(context, {
      reading: (percentage) => {
        status.read(percentage);
        if (percentage === undefined) {
          refresh();
        }
      },
      checked: () => status.renew(),
    });
    try {
      await client.start();
      refresh();
    } catch (problem) {
      client = undefined;
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Copydesk could not be started: {0}. Set "copydesk.path", or put copydesk on the path.', String(problem)),
      );
    }
  };
  const restart = async () => {
    await client?.stop().catch(() => undefined);
    await client?.dispose();
    await start();
  };

  const watcher = vscode.workspace.createFileSystemWatcher('**/{copydesk.toml,sources.toml,{sources,corpus,refs,research}/**}');
  context.subscriptions.push(
    watcher, status,
    watcher.onDidChange(refresh), watcher.onDidCreate(refresh), watcher.onDidDelete(refresh),
    sources.onDidCount(() => status.renew()),
    vscode.window.onDidChangeActiveTextEditor(() => status.renew()),
    vscode.workspace.registerTextDocumentContentProvider('copydesk', pages),
    vscode.window.registerTreeDataProvider('copydesk.sources', sources),
    vscode.window.registerTreeDataProvider('copydesk.people', people),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.path')) {
        void restart();
      } else if (event.affectsConfiguration('copydesk')) {
        refresh();
      }
    }),
  );
  const commands: Record<string, (...args: never[]) => unknown> = {
    'copydesk.verifySelection': () => verifySelection(desk),
    'copydesk.insertQuotation': () => insertQuotation(desk),
    'copydesk.chooseSources': () => chooseSources(),
    'copydesk.who': (given?: Node) => who(desk, pages, given?.item ? String(given.item.label) : undefined),
    'copydesk.timeline': () => timeline(desk, pages),
    'copydesk.demo': () => demo(context, desk),
    'copydesk.restart': restart,
    'copydesk.refresh': refresh,
    'copydesk.showLog': () => client?.outputChannel.show(),
    'copydesk.goTo': (place: Place) => goTo(place),
    'copydesk.openSource': (node: Node) => node.item.resourceUri && goTo({ file: node.item.resourceUri.fsPath }),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
  return { sources, people, status, started: start() };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** `what`, once, when it has not been asked for again for so many milliseconds. */
function soon(milliseconds: number, what: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(what, milliseconds);
  };
}
