import { expect } from 'chai';
import { findAmount } from '../../../nlu/slots/find-amount.ts';
import { findNumbers } from '../../../nlu/slots/find-numbers.ts';

describe('account and telephone numbers', () => {
  const kinds = (text: string): [string, string][] => findNumbers(text).map(({ kind, digits }) => [kind, digits]);

  it('takes sixteen digits for an account, grouped or not', () => {
    expect(kinds('0319 0078 1120 4463')).to.deep.equal([['account_number', '0319007811204463']]);
    expect(kinds('户号0319000287650001')).to.deep.equal([['account_number', '0319000287650001']]);
  });

  it('takes a mobile number for a telephone, with or without the country', () => {
    expect(kinds('13812345678')).to.deep.equal([['phone', '13812345678']]);
    expect(kinds('+86 138 1234 5678')).to.deep.equal([['phone', '13812345678']]);
  });

  it('takes a landline with its area code for a telephone', () => {
    expect(kinds('0769-8865 3310')).to.deep.equal([['phone', '076988653310']]);
  });

  it('believes the name that stands before the digits', () => {
    expect(kinds('my account number is 20065128')).to.deep.equal([['account_number', '20065128']]);
    expect(kinds('contact phone 6123 8840')).to.deep.equal([['phone', '61238840']]);
  });

  it('hears digits that are read out', () => {
    expect(kinds('account oh two oh six five five one two double eight three four')).to.deep.equal([
      ['account_number', '020655128834'],
    ]);
  });

  it('takes prices, years and short numbers for neither', () => {
    expect(kinds('2025年8月用了1234.56元，房号1203')).to.deep.equal([]);
  });
});

describe('sums of money', () => {
  const value = (text: string, aboutMoney = true): number | undefined => findAmount(text, aboutMoney)?.value;

  const cases: readonly [string, number][] = [
    ['这个月480块', 480],
    ['收我一千二百蚊', 1200],
    ['损失18万元', 180_000],
    ['¥356.70 still not credited', 356.7],
    ['I paid 1,200 yuan twice', 1200],
    ['it says four hundred and twelve yuan', 412],
    ['bill jumped from 300 to 1100', 1100],
  ];
  for (const [text, sum] of cases) {
    it(`finds ${sum} in "${text}"`, () => {
      expect(value(text)).to.equal(sum);
    });
  }

  it('leaves kilowatt-hours, rooms, account numbers and prices per unit alone', () => {
    expect(value('用了300度')).to.equal(undefined);
    expect(value('room 614')).to.equal(undefined);
    expect(value('account 0319 0078 1120 4463')).to.equal(undefined);
    expect(value('0.6元一度')).to.equal(undefined);
  });

  it('needs the word for money where the talk is not of money', () => {
    expect(value('300 people are waiting', false)).to.equal(undefined);
  });
});
