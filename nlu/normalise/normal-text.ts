/**
 * A message made comparable: NFKC, lower case, half width, one space for many, runs of one character cut to three,
 * invisible and broken characters dropped. Every UTF-16 unit knows where it came from, so that evidence and slots can
 * be given in the customer's own characters.
 */
export interface NormalText {
  readonly original: string;
  /** Normalised, in the script it was written in. */
  readonly plain: string;
  /** The same in simplified characters: unit for unit as long as `plain`. */
  readonly text: string;
  /** For each unit of `text`: where its source begins and ends in `original`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How many characters are Chinese; how many of them only one of the two scripts knows. */
  readonly han: number;
  readonly traditional: number;
  readonly simplified: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of the original that a span of the normal text stands for; an empty span stays empty. */
export function originalSpan(normal: NormalText, span: Span): Span {
  if (span.end <= span.start) return { start: 0, end: 0 };
  return { start: normal.starts[span.start] ?? 0, end: normal.ends[span.end - 1] ?? 0 };
}

/** The customer's own characters under a span of the normal text. */
export function originalWords(normal: NormalText, span: Span): string {
  const { start, end } = originalSpan(normal, span);
  return normal.original.slice(start, end);
}
