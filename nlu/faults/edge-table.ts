const EMPTY = -1;

/** The edges of an automaton in flat arrays: from a state and a UTF-16 unit to a state. Open addressing. */
export class EdgeTable {
  private states = new Int32Array(1 << 16).fill(EMPTY);
  private units = new Uint16Array(1 << 16);
  private targets = new Int32Array(1 << 16);
  private size = 0;

  /** The state an edge leads to, or -1. */
  get(state: number, unit: number): number {
    const slot = this.slotOf(state, unit);
    return this.states[slot] === EMPTY ? -1 : (this.targets[slot] ?? -1);
  }

  set(state: number, unit: number, target: number): void {
    if ((this.size + 1) * 2 > this.states.length) this.grow();
    const slot = this.slotOf(state, unit);
    if (this.states[slot] === EMPTY) this.size += 1;
    this.states[slot] = state;
    this.units[slot] = unit;
    this.targets[slot] = target;
  }

  /** Where an edge stands, or the free place where it would. */
  private slotOf(state: number, unit: number): number {
    const mask = this.states.length - 1;
    const key = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.states[slot] !== EMPTY && (this.states[slot] !== state || this.units[slot] !== unit)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { states, units, targets } = this;
    this.states = new Int32Array(states.length * 2).fill(EMPTY);
    this.units = new Uint16Array(states.length * 2);
    this.targets = new Int32Array(states.length * 2);
    states.forEach((state, at) => {
      if (state === EMPTY) return;
      const unit = units[at] ?? 0;
      const slot = this.slotOf(state, unit);
      this.states[slot] = state;
      this.units[slot] = unit;
      this.targets[slot] = targets[at] ?? 0;
    });
  }
}
