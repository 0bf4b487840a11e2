// The program `copydesk`: where it is, and what it is asked once.
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The person's setting, else the program that came with the extension, else the one on the path. */
export function program(context: vscode.ExtensionContext): string {
  const set = vscode.workspace.getConfiguration('copydesk').inspect<string>('path')?.globalValue;
  // A folder that is not trusted must not name programs; the setting is the machine's own anyway.
  if (set && vscode.workspace.isTrusted) {
    return set;
  }
  const name = process.platform === 'win32' ? 'copydesk.exe' : 'copydesk';
  const bundled = context.asAbsolutePath(path.join('bin', name));
  return fs.existsSync(bundled) ? bundled : 'copydesk';
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Runs the program in `folder`. */
export function run(command: string, folder: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: MOST_BYTES };
    execFile(command, ['--color', 'never', ...args], options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 2) : 0;
      resolve({ code, stdout, stderr: stderr || (error && code === 2 ? error.message : '') });
    });
  });
}
