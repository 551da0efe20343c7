import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { historyLines } from '../../../../web/desk/tickets/history-lines.ts';

describe('the history of a ticket', () => {
  const event = (type: string, data: Record<string, unknown>) => ({ seq: 1, at: 0, actor: 'bot', type, data });

  it('tells a change of state', () => {
    const change = event('state', { from: 'received', to: 'dispatched', note: '二队' });
    expect(historyLines(zhHans, change)).to.deep.equal(['已受理 → 已派单', '二队']);
  });

  it('names what was added', () => {
    const amended = event('amended', { place: '12 Yuanmei Road', severity: 'P1' });
    expect(historyLines(en, amended)).to.deep.equal(['Place: 12 Yuanmei Road', 'Severity: P1 Emergency']);
  });

  it('puts reasons into words', () => {
    const graded = event('severity', { reason: ['hazard.sparks', 'no_power'] });
    expect(historyLines(zhHans, graded)).to.deep.equal(['原因：冒火花、停电']);
  });

  it('leaves out what nobody can read', () => {
    expect(historyLines(en, event('opened', { facts: { a: 1 }, place: null, list: [1], note: '' }))).to.deep.equal([]);
  });
});
