// The shapes of what the server's commands answer, as docs/server.md tells them.
import type { Location } from 'vscode-languageclient/node';

export interface Source {
  readonly id: string;
  readonly path: string;
  readonly uri: string | null;
  /** Where it can be read as text. */
  readonly text_uri: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly status: 'read' | 'partial' | 'unreadable';
  readonly problem: string | null;
}

export interface Folder {
  readonly folder: string | null;
  readonly sources: readonly Source[];
}

/** `copydesk.showSources`, asked silently. */
export interface Sources {
  readonly folders: readonly Folder[];
}

export interface Quoted {
  readonly source: string | null;
  readonly text: string;
  readonly speaker: string | null;
  readonly date: string | null;
  readonly location: Location | null;
}

/** `copydesk.source`. */
export interface Contents {
  readonly quotations: readonly Quoted[];
  readonly names: readonly { name: string; kind: string; location: Location | null }[];
  readonly dates: readonly { text: string; value: string; location: Location | null }[];
}

export interface Person {
  readonly name: string;
  readonly kind: string;
  readonly roles: readonly { role: string; source: string | null }[];
  readonly spellings: readonly { text: string; count: number }[];
  readonly mentions: number;
  readonly sources: readonly string[];
  readonly location: Location | null;
  readonly quotations: readonly Quoted[];
}

/** `copydesk.people`. */
export interface People {
  readonly people: readonly Person[];
}

/** `copydesk.summary`. */
export interface Summary {
  readonly sources: number;
  readonly unreadable: number;
  readonly reading: { readonly read: number; readonly total: number } | null;
  readonly quotations: number;
  readonly verified: number;
}

/** `copydesk.find`. */
export interface Found {
  readonly verdict: string;
  readonly passages: readonly Quoted[];
}
