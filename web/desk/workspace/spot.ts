/** A message to be shown; a new object each time, so that the same one can be asked for twice. */
export interface Spot {
  readonly seq: number;
}
