// The shapes of the program's JSON that are used here.

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Source {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly status: 'read' | 'partial' | 'unreadable';
  readonly problem: string | null;
}

export interface Sources {
  readonly sources: readonly Source[];
}

export interface ReadDocument {
  readonly quotations: readonly { range: Range; text: string; kind: string; speaker: { name: string | null } | null }[];
  readonly dates: readonly { range: Range; text: string; value: string }[];
  readonly names: readonly { range: Range; text: string; name: string; kind: string }[];
}

export interface Read {
  readonly documents: readonly ReadDocument[];
}

export interface Evidence {
  readonly source: string;
  readonly path: string;
  readonly range: Range;
  readonly text: string;
  readonly speaker: string | null;
  readonly date: string | null;
}

export interface Found {
  readonly verdict: string;
  readonly evidence: readonly Evidence[];
}

export interface Person {
  readonly name: string;
  readonly kind: string;
  readonly quotations: readonly { source: string; path: string; range: Range; text: string }[];
}

export interface Who {
  readonly people: readonly Person[];
}
