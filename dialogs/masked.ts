/** Enough of a number to know it by. */
export function masked(number: string): string {
  return number.length > 6 ? `${number.slice(0, 2)}…${number.slice(-4)}` : number;
}
