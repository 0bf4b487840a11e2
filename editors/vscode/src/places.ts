// Places in sources, and how to go there.
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Position } from './contract';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place as the program tells it: lines and columns from 1, columns in Unicode scalar values. */
export interface Place {
  readonly file: string;
  readonly range?: Range;
  /** Words that stand there, for sources whose places count in their extracted text. */
  readonly words?: string;
}

function column(document: vscode.TextDocument, line: number, scalars: number): number {
  if (line >= document.lineCount) {
    return 0;
  }
  return [...document.lineAt(line).text].slice(0, scalars - 1).join('').length;
}

function selection(document: vscode.TextDocument, range: Range): vscode.Range {
  const at = (position: Position) =>
    new vscode.Position(position.line - 1, column(document, position.line - 1, position.column));
  return document.validateRange(new vscode.Range(at(range.start), at(range.end)));
}

/** Where `words` stand in a document with markup: at their longest run that is there as it is. */
function sought(document: vscode.TextDocument, words: string): vscode.Range | undefined {
  const text = document.getText();
  const parts = words.split(/\s+/u).slice(0, 8);
  for (let count = parts.length; count > 0; count -= 1) {
    const pattern = parts.slice(0, count).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s+');
    const match = new RegExp(pattern, 'u').exec(text);
    if (match) {
      return new vscode.Range(document.positionAt(match.index), document.positionAt(match.index + match[0].length));
    }
  }
  return undefined;
}

export async function goTo(place: Place): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(place.file));
  const plain = /\.(txt|text|md|markdown)$/iu.test(place.file);
  const there = plain && place.range ? selection(document, place.range) : place.words ? sought(document, place.words) : undefined;
  await vscode.window.showTextDocument(document, there ? { selection: there } : {});
}

export function inFolder(folder: string, file: string): string {
  return path.isAbsolute(file) ? file : path.join(folder, file);
}
