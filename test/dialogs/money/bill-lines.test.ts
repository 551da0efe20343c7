import { expect } from 'chai';
import type { ChargeCode } from '../../../domain/billing/compute-bill.ts';
import { en } from '../../../strings/bot/en.ts';
import { zhHans } from '../../../strings/bot/zh-hans.ts';

const CODES: readonly (ChargeCode | 'late_fee' | 'correction')[] = [
  'energy',
  'tier1',
  'tier2',
  'tier3',
  'tier2_surcharge',
  'tier3_surcharge',
  'critical_peak',
  'peak',
  'flat',
  'valley',
  'free',
  'minimum',
  'rounding',
  'late_fee',
  'correction',
];

describe('lines of a bill', () => {
  for (const [language, { bill }] of Object.entries({ en, zhHans })) {
    it(`each have words of their own (${language})`, () => {
      const words = CODES.map(bill.line);
      expect(words).to.not.include(bill.line('something else'));
      expect(new Set(words).size).to.equal(CODES.length);
    });
  }
});
