/**
 * What customers and staff call a ticket: the day (YYMMDD), five digits drawn at random and a check digit (Luhn,
 * ISO/IEC 7812-1 annex B), so that a number misheard on the telephone is noticed.
 */
export function ticketNumber(day: string, drawn: number): string {
  if (!/^\d{6}$/.test(day)) throw new RangeError(`a day is YYMMDD, not ${day}`);
  if (!Number.isInteger(drawn) || drawn < 0 || drawn > 99_999) throw new RangeError('drawn must be 0 to 99999');
  const digits = day + String(drawn).padStart(5, '0');
  return digits + luhnDigit(digits);
}

/** True where the twelve digits carry the right check digit. */
export function isTicketNumber(text: string): boolean {
  return /^\d{12}$/.test(text) && luhnDigit(text.slice(0, 11)) === text.slice(11);
}

/** The first run of twelve digits in a text, however spaced, that is a ticket's number; null where there is none. */
export function ticketNumberIn(text: string): string | null {
  const joined = text.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/gu, '');
  return (joined.match(/(?<!\d)\d{12}(?!\d)/gu) ?? []).find(isTicketNumber) ?? null;
}

function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
