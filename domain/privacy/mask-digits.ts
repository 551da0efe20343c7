/** Runs of seven digits or more may be a telephone or account number: the last two stay. */
export function maskDigits(text: string): string {
  return text.replace(LONG_NUMBER, (digits) => `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`);
}

/** What may be a telephone or account number, written without a gap. */
const LONG_NUMBER = /\d{7,}/g;
