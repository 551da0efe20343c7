/** The fold of each message: spreads the voices over the folds, the largest first, each to the fold that has the fewest messages. */
export function assignFolds(voices: readonly string[], folds: number): Int32Array {
  const sizes = new Map<string, number>();
  for (const voice of voices) sizes.set(voice, (sizes.get(voice) ?? 0) + 1);
  const loads = new Array<number>(folds).fill(0);
  const foldOfVoice = new Map<string, number>();
  const ordered = [...sizes].sort(([left, size], [right, other]) => other - size || (left < right ? -1 : 1));
  for (const [voice, size] of ordered) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] = (loads[fold] ?? 0) + size;
    foldOfVoice.set(voice, fold);
  }
  return Int32Array.from(voices, (voice) => foldOfVoice.get(voice) ?? 0);
}
