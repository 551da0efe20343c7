import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDecimals,
  decimalOf,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
} from '../../../domain/billing/decimal.ts';

describe('exact decimals', () => {
  it('read plain notation and nothing else', () => {
    expect(parseDecimal('0.66286875')).to.deep.equal({ units: 66_286_875n, scale: 8 });
    for (const wrong of ['', '.5', '1.', '1e3', '1,5', ' 1', '--1']) {
      expect(() => parseDecimal(wrong), wrong).to.throw(RangeError);
    }
  });

  it('do what floats cannot', () => {
    expect(formatDecimal(addDecimals(parseDecimal('0.1'), parseDecimal('0.2')))).to.equal('0.30');
    expect(formatDecimal(multiplyDecimals(parseDecimal('1.005'), decimalOf(100)))).to.equal('100.50');
  });

  it('are written with two decimals at least and no needless zeros', () => {
    expect(formatDecimal(parseDecimal('0.6200'))).to.equal('0.62');
    expect(formatDecimal(parseDecimal('-3'))).to.equal('-3.00');
    expect(formatDecimal(parseDecimal('0.10'), 0)).to.equal('0.1');
    expect(formatDecimal(parseDecimal('5.00'), 0)).to.equal('5');
    expect(formatDecimal(parseDecimal('-0.05'))).to.equal('-0.05');
  });

  it('round halves away from zero', () => {
    const rounded = ['0.4999', '0.5', '1.5', '-0.5', '-0.4999', '-1.5'].map((text) => roundDecimal(parseDecimal(text)));
    expect(rounded).to.deep.equal([0, 1, 2, -1, -0, -2].map((value) => value + 0));
  });

  it('read back what they write', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 12 }),
        (units, scale) => {
          const again = parseDecimal(formatDecimal({ units, scale }));
          expect(again.units * 10n ** BigInt(scale)).to.equal(units * 10n ** BigInt(again.scale));
        },
      ),
    );
  });
});
