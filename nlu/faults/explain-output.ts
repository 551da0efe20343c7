import type { LanguageModel } from '../artefact/language-model.ts';
import { eachCharacterFeature } from '../features/count-features.ts';
import type { Span } from '../normalise/normal-text.ts';

const UNITS_READ = 600;

/** The stretch of text whose characters spoke most for an output, or null where none did. */
export function explainOutput(model: LanguageModel, text: string, output: number): Span | null {
  const { index, outputs } = model;
  const read = text.slice(0, UNITS_READ);
  const share = new Float64Array(read.length);
  eachCharacterFeature(read, (hash, start, end) => {
    const column = index.columnOf(hash);
    if (column < 0) return;
    const weight = (outputs.weights[column * outputs.count + output] ?? 0) * (index.rarities[column] ?? 0);
    for (let at = start; at < end; at += 1) share[at] = (share[at] ?? 0) + weight / (end - start);
  });
  const span = heaviest(share);
  return span === null ? null : toWords(read, span);
}

/** The run of the largest sum (Kadane). A small toll on each character keeps it short. */
function heaviest(share: Float64Array): Span | null {
  const toll = share.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(share.length, 1) / 2;
  let best: Span | null = null;
  let highest = 0;
  let sum = 0;
  let start = 0;
  share.forEach((value, at) => {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += value - toll;
    if (sum > highest) {
      highest = sum;
      best = { start, end: at + 1 };
    }
  });
  return best;
}

/** Latin words are shown whole, blanks at the edges not at all. */
function toWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && isLetter(text, start) && isLetter(text, start - 1)) start -= 1;
  while (end < text.length && isLetter(text, end) && isLetter(text, end - 1)) end += 1;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return { start, end };
}

function isLetter(text: string, at: number): boolean {
  return /[a-z]/.test(text[at] ?? '');
}
