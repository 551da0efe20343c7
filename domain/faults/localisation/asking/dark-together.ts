import { type Belief, logNothing } from '../believe.ts';
import type { Moment } from '../moment.ts';
import { addMarginals, type Considered, sumInside } from '../tree-inference.ts';
import { weigh } from '../weight-of.ts';

/** What is believed of the supply at several places at once. Places are rows of `considered`. */
export interface DarkTogether {
  readonly considered: Considered;
  /** By row, where all of some rows are lit: what of everything that is possible has the row dark; and all of it as `lit`. */
  whereLit(rows: readonly number[]): LitCase;
}

export interface LitCase {
  readonly lit: number;
  readonly dark: Float64Array;
}

/** Devices less probable than this are left out: thousands of them in a storm, and nothing hangs on them. */
const NEGLIGIBLE = 1e-8;

/**
 * Sums over every set of failed devices and every hypothesis, as inference does, but over those sets alone that leave given
 * places lit: no device at or above them has failed. From such sums the probability of any pattern of dark and lit follows.
 */
export function darkTogether(moment: Moment, everything: Considered, belief: Belief): DarkTogether {
  const considered = without(everything, belief.probability);
  const { devices, parentRow } = considered;
  const rows = devices.length;
  const alive = belief.alive.map(({ hypothesis }) => {
    const logWeight = new Float64Array(rows);
    weigh(moment, considered, hypothesis, logWeight);
    return { hypothesis, logWeight };
  });
  const sums = { inside: new Float64Array(rows), below: new Float64Array(rows), covered: new Float64Array(rows) };
  const logWeight = new Float64Array(rows);

  const sumUp = (spared: Uint8Array): LitCase => {
    const dark = new Float64Array(rows);
    let lit = 0;
    for (const { hypothesis, logWeight: whole } of alive) {
      for (let row = 0; row < rows; row += 1) {
        logWeight[row] = spared[row] === 1 ? Number.NEGATIVE_INFINITY : (whole[row] ?? Number.NEGATIVE_INFINITY);
      }
      const forest = sumInside(considered, logWeight, sums.inside, sums.below);
      const share = Math.exp(hypothesis.logBase + forest - belief.logWhole);
      addMarginals(considered, { ...sums, logWeight }, share, dark);
      lit += Math.exp(logNothing(moment, hypothesis) - belief.logWhole) + share * -Math.expm1(-forest);
    }
    // Whoever hangs below a failed device is dark.
    for (let row = 0; row < rows; row += 1) {
      const up = parentRow[row] ?? -1;
      if (up >= 0) dark[row] = (dark[row] ?? 0) + (dark[up] ?? 0);
    }
    return { lit, dark };
  };

  const whole = sumUp(new Uint8Array(rows));
  return {
    considered,
    whereLit(places) {
      const found = places.length === 0 ? whole : sumUp(atOrAbove(considered, places));
      return { lit: found.lit / whole.lit, dark: found.dark.map((each) => each / whole.lit) };
    },
  };
}

function atOrAbove({ parentRow }: Considered, places: readonly number[]): Uint8Array {
  const spared = new Uint8Array(parentRow.length);
  for (const place of places) {
    for (let row = place; row >= 0 && spared[row] === 0; row = parentRow[row] ?? -1) spared[row] = 1;
  }
  return spared;
}

function without({ devices, parentRow }: Considered, probability: Float64Array): Considered {
  const newRow = new Int32Array(devices.length);
  const kept: { device: number; up: number }[] = [];
  for (let row = 0; row < devices.length; row += 1) {
    const above = parentRow[row] ?? -1;
    const up = above >= 0 ? (newRow[above] ?? -1) : -1;
    if ((probability[row] ?? 0) < NEGLIGIBLE) newRow[row] = up;
    else {
      newRow[row] = kept.length;
      kept.push({ device: devices[row] ?? 0, up });
    }
  }
  return { devices: Int32Array.from(kept, ({ device }) => device), parentRow: Int32Array.from(kept, ({ up }) => up) };
}
