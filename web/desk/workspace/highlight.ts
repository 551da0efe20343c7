/** Words of a text that showed a fact; `start` and `end` count UTF-16 units. */
export interface Mark {
  readonly fact: string;
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly text: string;
  /** The facts these words showed; empty where they showed none. */
  readonly facts: readonly string[];
}

/**
 * Cuts a text at the marks' edges; joined, the segments are the text again, whatever the marks are. Marks may overlap;
 * what of a mark lies outside the text, or is empty, is left out.
 */
export function highlight(text: string, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .map(({ fact, start, end }) => ({ fact, start: edge(text, start), end: edge(text, end) }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0;
    const facts = inside.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.fact);
    return { text: text.slice(start, end), facts: [...new Set(facts)] };
  });
}

/** A place within the text that splits no surrogate pair. */
function edge(text: string, at: number): number {
  const place = Math.min(Math.max(0, Math.trunc(at)), text.length);
  return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place;
}
