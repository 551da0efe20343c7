import { BETWEEN_DIGITS, MASK, NAME_LEADS } from '../privacy/mask-personal.ts';

/** A piece of a masked text and the same piece with made-up signs in the place of masks. */
export interface Filled {
  readonly text: string;
  /** The filled form of a piece of the masked text; undefined where the text does not hold it. */
  pieceOf(masked: string): string | undefined;
  /** The digits that now stand for a masked number of so many signs; undefined where the text holds none. */
  numberOf(length: number): string | undefined;
}

/**
 * Makes a masked text a message again that somebody could have written: every mask becomes a made-up digit (in a
 * name that is given as such, a letter), the same for the same seed. A model would otherwise learn what masks look like.
 */
export function fillMasks(masked: string, seed: string): Filled {
  const next = digitsFrom(seed);
  const filled = [...masked.matchAll(RUN)].reduce((text, match) => {
    const { index } = match;
    return text.slice(0, index) + filling(masked, match[0], { index, next }) + text.slice(index + match[0].length);
  }, masked);
  return {
    text: filled,
    pieceOf(piece) {
      const at = piece === '' ? -1 : masked.indexOf(piece);
      return at === -1 ? undefined : filled.slice(at, at + piece.length);
    },
    numberOf(length) {
      const run = [...masked.matchAll(RUN)].find(
        ({ 0: text, index }) => masksIn(text) === length && !isName(masked, index),
      );
      return run && filled.slice(run.index, run.index + run[0].length).replace(/\D/g, '');
    },
  };
}

/** Masks with the spaces and dashes that stand between the digits of one number. */
const RUN = new RegExp(`${MASK}+(?:${BETWEEN_DIGITS}${MASK}+)*`, 'g');
const MOBILE_LENGTH = 11;

function masksIn(text: string): number {
  return text.split(MASK).length - 1;
}

function filling(
  masked: string,
  run: string,
  { index, next }: { readonly index: number; readonly next: () => number },
): string {
  if (isName(masked, index)) return run.replaceAll(MASK, 'X');
  const mobile = masksIn(run) === MOBILE_LENGTH;
  let at = 0;
  return run.replaceAll(MASK, () => {
    at += 1;
    if (at === 1) return mobile ? '1' : String(1 + (next() % 9));
    return mobile && at === 2 ? '3' : String(next() % 10);
  });
}

const BEFORE_NAMES = new RegExp(`(?:${NAME_LEADS.zh}|${NAME_LEADS.en})$`, 'iu');

function isName(masked: string, index: number): boolean {
  return BEFORE_NAMES.test(masked.slice(Math.max(0, index - 40), index));
}

/** Mulberry32 over a hash of the seed: chance is of no use where the same export should give the same lines. */
function digitsFrom(seed: string): () => number {
  let state = 0;
  for (const sign of seed) state = (Math.imul(state, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
