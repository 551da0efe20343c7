import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { agoText, clockText, spanText } from '../../../../web/desk/words/time-words.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('time in words', () => {
  it('counts as a clock does', () => {
    const spans = [0, 7 * SECOND, 59_999, 12 * MINUTE + 5 * SECOND, HOUR, HOUR + 2 * MINUTE + 11 * SECOND];
    expect(spans.map((span) => clockText(en, span))).to.deep.equal([
      '0:00',
      '0:07',
      '0:59',
      '12:05',
      '1:00:00',
      '1:02:11',
    ]);
  });

  it('names days from the first full one on', () => {
    expect(clockText(en, DAY - 1)).to.equal('23:59:59');
    expect(clockText(en, DAY)).to.equal('1 day');
    expect(clockText(zhHans, 3 * DAY)).to.equal('3 天');
  });

  it("shows nothing below zero when the server's clock is ahead", () => {
    expect(clockText(en, -4_000)).to.equal('0:00');
    expect(agoText(en, -4_000)).to.equal('just now');
  });

  it('gives a span in its greatest unit', () => {
    expect([5 * SECOND, 3 * MINUTE, 2 * HOUR, 4 * DAY].map((span) => spanText(zhHans, span))).to.deep.equal([
      '5 秒',
      '3 分钟',
      '2 小时',
      '4 天',
    ]);
  });

  it('says when in either language', () => {
    expect(agoText(zhHans, 3 * MINUTE)).to.equal('3 分钟前');
    expect(agoText(en, 3 * MINUTE)).to.equal('3 min ago');
  });
});
