import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that are taken for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 4;
const GROUP = 4;
const RECOVERY_CODES = 10;

/** 80 random bits to be read out and typed, such as `7KQM-2XHD-9RTB-V4NC`: a password or a code that is good once. */
export function onceCode(): string {
  const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

export function recoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, onceCode);
}

/** What of a recovery code is kept; however it was typed. 80 random bits need no slow hash. */
export function recoveryHash(staffId: string, code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  return createHash('sha256').update(`${staffId}:${plain}`).digest('hex');
}
