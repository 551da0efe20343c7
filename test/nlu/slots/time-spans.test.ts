import { expect } from 'chai';
import { monthSpans, timeSpans } from '../../../nlu/slots/time-spans.ts';

describe('times in a message', () => {
  const times = (text: string): string[] => timeSpans(text).map(({ start, end }) => text.slice(start, end));
  const months = (text: string): string[] => monthSpans(text).map(({ start, end }) => text.slice(start, end));

  it('takes day, part of the day and clock together', () => {
    expect(times('从今天早上八点多开始停电')).to.deep.equal(['今天早上八点多']);
    expect(times('寻晚十点几冇电')).to.deep.equal(['寻晚十点几']);
    expect(times('off since about quarter past seven')).to.deep.equal(['about quarter past seven']);
  });

  it('takes lengths of time with their hedges', () => {
    expect(times('半个钟前开始')).to.deep.equal(['半个钟前']);
    expect(times('it went about half an hour ago')).to.deep.equal(['about half an hour ago']);
  });

  it('finds billing months, but no days', () => {
    expect(months('去年十二月的账单')).to.deep.equal(['去年十二月']);
    expect(months('上上个月用了多少')).to.deep.equal(['上上个月']);
    expect(months('my bill for august and september')).to.deep.equal(['august and september']);
    expect(months('the trip of 7 august')).to.deep.equal([]);
  });
});
