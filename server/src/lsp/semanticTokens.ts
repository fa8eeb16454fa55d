import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

/** Remembers the last answer per document, so that the next one can be a difference. */
export class SemanticTokenCache {
  private readonly last = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  private counter = 0;

  full(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.counter);
    this.last.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** The difference to the answer with that id, or a full answer when it is no longer known. */
  delta(uri: string, previousResultId: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const previous = this.last.get(uri);
    const full = this.full(uri, data);
    if (previous?.resultId !== previousResultId) return full;
    const before = previous.data;
    const shortest = Math.min(before.length, data.length);
    let start = 0;
    while (start < shortest && before[start] === data[start]) start++;
    if (start === before.length && start === data.length) return { resultId: String(this.counter), edits: [] };
    let tail = 0;
    while (tail < shortest - start && before[before.length - 1 - tail] === data[data.length - 1 - tail]) tail++;
    return {
      resultId: String(this.counter),
      edits: [{ start, deleteCount: before.length - start - tail, data: data.slice(start, data.length - tail) }],
    };
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}
