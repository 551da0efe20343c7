import type { FeatureCounts } from './count-features.ts';

/** A message as the classifier sees it: columns that are not zero, and their values. */
export interface SparseVector {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

const EMPTY = -1;

/** The features the model knows: from hash to column and rarity. Open addressing: no objects, quick to load. */
export class FeatureIndex {
  /** By column. */
  readonly hashes: Uint32Array;
  /** Inverse document frequency by column. */
  readonly rarities: Float32Array;
  private readonly groupWeights: readonly number[];
  private readonly mask: number;
  private readonly slots: Int32Array;

  constructor(hashes: Uint32Array, rarities: Float32Array, groupWeights: readonly number[]) {
    this.hashes = hashes;
    this.rarities = rarities;
    this.groupWeights = groupWeights;
    let capacity = 16;
    while (capacity < hashes.length * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity).fill(EMPTY);
    hashes.forEach((hash, column) => {
      let slot = hash & this.mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & this.mask;
      this.slots[slot] = column;
    });
  }

  get size(): number {
    return this.hashes.length;
  }

  /** The column of a feature, or -1 where the model does not know it. */
  columnOf(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const column = this.slots[slot] ?? EMPTY;
      if (column === EMPTY || this.hashes[column] === hash) return column;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Sublinear TF-IDF, each group brought to its own length. */
  vectorOf(counts: FeatureCounts): SparseVector {
    let size = 0;
    for (const group of counts) size += group.size;
    const columns = new Int32Array(size);
    const values = new Float32Array(size);
    let used = 0;
    counts.forEach((group, number) => {
      const start = used;
      let squares = 0;
      for (const [hash, count] of group) {
        const column = this.columnOf(hash);
        if (column === EMPTY) continue;
        const value = (count === 1 ? 1 : 1 + Math.log(count)) * (this.rarities[column] ?? 0);
        columns[used] = column;
        values[used] = value;
        squares += value * value;
        used += 1;
      }
      const scale = squares === 0 ? 0 : (this.groupWeights[number] ?? 1) / Math.sqrt(squares);
      for (let at = start; at < used; at += 1) values[at] = (values[at] ?? 0) * scale;
    });
    return { columns: columns.subarray(0, used), values: values.subarray(0, used) };
  }
}
