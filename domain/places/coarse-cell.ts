import type { Position } from './position.ts';

/** Cells of a hundredth of a degree, a good kilometre: enough to plan by, too little to find a door. */
const CELLS_A_DEGREE = 100;

/** The middle of the cell that a position lies in. */
export function coarseCell({ lat, lon }: Position): Position {
  return { lat: middleOf(lat), lon: middleOf(lon) };
}

function middleOf(degrees: number): number {
  return (Math.floor(degrees * CELLS_A_DEGREE) + 0.5) / CELLS_A_DEGREE;
}
