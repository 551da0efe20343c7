import { expect } from 'chai';
import { numberField, timeField } from '../../../desk/imports/record-fields.ts';

const time = timeField('Asia/Shanghai');

describe('a time that is imported', () => {
  const MORNING = Date.parse('2026-12-01T00:00:00Z');
  for (const text of [
    '2026-12-01 08:00',
    '2026-12-01T08:00',
    '2026-12-01T08:00:00',
    '2026/12/1 8:00',
    '2026-12-01T00:00Z',
    '2026-12-01T09:00+09:00',
    '2026-11-30T16:00-08:00',
  ]) {
    it(`is the same moment as ${text}`, () => {
      expect(time.parse(text)).to.equal(MORNING);
    });
  }

  for (const text of [
    '',
    '2026-12-01',
    '2026-02-29 08:00',
    '2026-13-01 08:00',
    '2026-12-01 24:00',
    '2026-02-30T08:00Z',
    '08:00',
  ]) {
    it(`is refused as “${text}”`, () => {
      expect(time.safeParse(text).error?.issues.map(({ message }) => message)).to.deep.equal(['not_a_time']);
    });
  }
});

describe('a number that is imported', () => {
  it('is a number in JSON and text in CSV', () => {
    expect([numberField(-90, 90).parse('22.97'), numberField(-90, 90).parse(22.97)]).to.deep.equal([22.97, 22.97]);
  });

  it('is refused where it is none, or out of range', () => {
    const messages = (value: unknown) =>
      numberField(-90, 90)
        .safeParse(value)
        .error?.issues.map(({ message }) => message);
    expect(messages('1e3')).to.deep.equal(['not_a_number']);
    expect(messages('22,97')).to.deep.equal(['not_a_number']);
    expect(messages('90.01')).to.deep.equal(['out_of_range']);
  });
});
