export interface Split {
  /** The range, `to` not included, and the place in it that is to be settled. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly valueAt: (item: number) => number;
}

/**
 * Orders a range so that the item at `at` is the one that sorting would put there, what comes before it is not greater and
 * what comes after not less (C. A. R. Hoare's quickselect, the pivot a median of three).
 */
export function splitInTwo(items: Uint32Array, { from, to, at, valueAt }: Split): void {
  let left = from;
  let right = to - 1;
  while (left < right) {
    const pivot = medianOf(value(left), value((left + right) >> 1), value(right));
    let i = left;
    let j = right;
    while (i <= j) {
      while (value(i) < pivot) i += 1;
      while (value(j) > pivot) j -= 1;
      if (i > j) break;
      swap(items, i, j);
      i += 1;
      j -= 1;
    }
    if (at <= j) right = j;
    else if (at >= i) left = i;
    else return;
  }

  function value(index: number): number {
    return valueAt(items[index] ?? 0);
  }
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(items: Uint32Array, i: number, j: number): void {
  const kept = items[i] ?? 0;
  items[i] = items[j] ?? 0;
  items[j] = kept;
}
