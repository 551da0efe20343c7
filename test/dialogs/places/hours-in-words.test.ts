import { expect } from 'chai';
import { openInWords, placeOpenInWords, weekInWords } from '../../../dialogs/places/hours-in-words.ts';
import { parseOpeningHours } from '../../../store/places/parse-opening-hours.ts';
import { botWords } from '../../../strings/bot/bot-words.ts';

const zh = botWords('zh-Hans');
const en = botWords('en');
/** A Tuesday. */
const at = (minute: number, date = '2026-11-24') => ({ date, minute });

function hours(syntax: string) {
  const parsed = parseOpeningHours(syntax, {
    holidays: ['2026-12-01'],
    workingDays: new Map(),
    from: '2026-11-24',
    days: 21,
  });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.hours;
}

describe('hours-in-words', () => {
  const hall = hours('Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off');

  it('tells a week with days that are alike taken together', () => {
    expect(weekInWords(zh, hall, at(600))).to.equal('星期一至星期五 08:30–17:30；星期六 09:00–12:00；星期日 休息');
    expect(weekInWords(en, hall, at(600))).to.equal(
      'Monday to Friday 08:30–17:30; Saturday 09:00–12:00; Sunday closed',
    );
  });

  it('tells until when it is open, or when it opens', () => {
    expect(openInWords(en, hall, at(600))).to.deep.equal({ open: true, label: 'Open until 17:30' });
    expect(openInWords(en, hall, at(480)).label).to.equal('Closed now, opens today at 08:30');
    expect(openInWords(zh, hall, at(1100)).label).to.equal('现在不营业，明天 08:30 开门');
    expect(openInWords(en, hall, at(800, '2026-11-28')).label).to.equal('Closed now, opens Monday at 08:30');
  });

  it('tells the hours of a holiday before those of the week', () => {
    expect(weekInWords(en, hall, at(600, '2026-12-01'))).to.match(/^today closed; Monday to Friday/);
  });

  it('has a word for what never closes', () => {
    const machine = hours('24/7');
    expect(weekInWords(zh, machine, at(600))).to.equal('每天 24 小时');
    expect(openInWords(en, machine, at(3)).label).to.equal('Open 24 hours');
  });

  it('tells until when a place is closed for a while, and why; before and after it is as usual', () => {
    const closure = { from: '2026-11-24', until: '2026-11-26', reason: '装修' };
    const on = (date: string) => placeOpenInWords(zh, { hours: hall, closure }, at(600, date));
    expect(on('2026-11-24')).to.deep.equal({ open: false, label: '暂停营业到 星期四（装修）' });
    expect(on('2026-11-23').open).to.equal(true);
    expect(on('2026-11-27').open).to.equal(true);
    const forNow = { ...closure, until: null, reason: '' };
    expect(placeOpenInWords(en, { hours: hall, closure: forNow }, at(600)).label).to.equal(
      'Closed until further notice',
    );
  });
});
