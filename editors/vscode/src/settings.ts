// What the person set. Settings left alone are not sent: the project's copydesk.toml holds there.
import * as vscode from 'vscode';

/** The keys of copydesk.toml that are settings of the editor too. */
const KEYS = [
  'sources', 'drafts', 'exclude', 'strict', 'select', 'ignore', 'language', 'date-order', 'max-file-size', 'rules',
  'lsp.debounce', 'lsp.hold', 'lsp.inlay-hints', 'lsp.code-lens', 'lsp.semantic-tokens',
];

export type Settings = Record<string, unknown>;

function put(settings: Settings, key: string, value: unknown): void {
  const dot = key.indexOf('.');
  if (dot < 0) {
    settings[key] = value;
    return;
  }
  const table = (settings[key.slice(0, dot)] ??= {}) as Settings;
  table[key.slice(dot + 1)] = value;
}

export function settings(): Settings {
  const configuration = vscode.workspace.getConfiguration('copydesk');
  const all: Settings = {};
  for (const key of KEYS) {
    const set = configuration.inspect(key);
    const value = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
    if (value !== undefined) {
      put(all, key, value);
    }
  }
  return all;
}

/** The folders of sources as arguments of the program, where they are set in the editor. */
export function sourceArguments(): string[] {
  const set = settings()['sources'];
  const folders = Array.isArray(set) ? set : typeof set === 'string' ? [set] : [];
  return folders.flatMap((folder) => ['--sources', String(folder)]);
}
