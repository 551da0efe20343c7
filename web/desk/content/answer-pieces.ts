/** What stands in the place of names in braces, by name. */
export type Placeholders = Readonly<Record<string, string>>;

/** A stretch of an answer: the writer's own words, a figure that is put there, or a name that nobody knows. */
export interface AnswerPiece {
  readonly kind: 'words' | 'figure' | 'unknown';
  readonly text: string;
  /** Where in what was written it stands; UTF-16 units. */
  readonly start: number;
}

/** An answer as the customer reads it, in pieces. What counts as a name in braces is what the server counts as one. */
export function answerPieces(written: string, placeholders: Placeholders): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let end = 0;
  for (const match of written.matchAll(/\{([^{}]*)\}/g)) {
    const [whole, name = ''] = match;
    if (match.index > end) pieces.push({ kind: 'words', text: written.slice(end, match.index), start: end });
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    pieces.push(
      value === undefined
        ? { kind: 'unknown', text: whole, start: match.index }
        : { kind: 'figure', text: value, start: match.index },
    );
    end = match.index + whole.length;
  }
  return end < written.length ? [...pieces, { kind: 'words', text: written.slice(end), start: end }] : pieces;
}

/** Names in braces that nobody knows, braces and all, each once: with any of these an answer is not used. */
export function unknownNames(pieces: readonly AnswerPiece[]): string[] {
  return [...new Set(pieces.filter(({ kind }) => kind === 'unknown').map(({ text }) => text))];
}

export function textOf(pieces: readonly AnswerPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The text with a name in braces in place of what is selected, and where the caret stands then. */
export function withPlaceholder(
  written: string,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): { readonly text: string; readonly caret: number } {
  const inserted = `{${name}}`;
  return { text: written.slice(0, start) + inserted + written.slice(end), caret: start + inserted.length };
}
