import { expect } from 'chai';
import { type Charge, computePeriod } from '../../../domain/billing/compute-bill.ts';
import { HAND_COMPUTED_BILLS } from './hand-computed-bills.ts';

describe('bills worked out by hand', () => {
  it('are at least sixty', () => {
    expect(HAND_COMPUTED_BILLS.length).to.be.at.least(60);
    expect(new Set(HAND_COMPUTED_BILLS.map(({ what }) => what)).size).to.equal(HAND_COMPUTED_BILLS.length);
  });

  for (const { what, parts, terms, lines, totalFen } of HAND_COMPUTED_BILLS) {
    it(`agree with the engine: ${what}`, () => {
      const bill = computePeriod(parts, terms);
      expect(bill.lines.map(keyOf)).to.deep.equal(lines.map(keyOfText));
      expect(bill.totalFen).to.equal(totalFen);
    });

    it(`are right in themselves: ${what}`, () => {
      for (const line of lines) {
        const product = /: (\d+) x (-?[\d.]+) = (-?[\d.]+) ->/.exec(line);
        if (product) expect(units(product[2]) * BigInt(product[1] ?? 0), line).to.equal(units(product[3]));
      }
      expect(lines.reduce((sum, line) => sum + fenOf(line), 0)).to.equal(totalFen);
    });
  }
});

/** Kind, kWh, price and amount; prices without needless zeros. */
function keyOf({ code, kwh, price, amountFen }: Charge): string {
  return [code, ...(kwh === null || price === null ? [] : [kwh, Number(price)]), amountFen].join(' ');
}

function keyOfText(line: string): string {
  const [code = '', how = ''] = line.split(': ');
  const [, kwh, price] = /^(\d+) x (-?[\d.]+) =/.exec(how) ?? [];
  return [code, ...(price === undefined ? [] : [kwh, Number(price)]), fenOf(line)].join(' ');
}

function fenOf(line: string): number {
  return Number(line.split(' -> ')[1]);
}

/** In units of 10^-8, exact. */
function units(decimal = ''): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(8, '0'));
}
