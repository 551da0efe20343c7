import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { historyLines } from '../../../../web/desk/tickets/history-lines.ts';

const moment = (at: number) => `<${at}>`;

describe('the history of a ticket', () => {
  const event = (type: string, data: Record<string, unknown>) => ({ seq: 1, at: 0, actor: 'bot', type, data });

  it('tells a change of state', () => {
    const change = event('state', { from: 'received', to: 'crew_assigned', note: '二队' });
    expect(historyLines(zhHans, change, moment)).to.deep.equal(['已受理 → 已派队', '二队']);
  });

  it('tells who became responsible, and after whom', () => {
    expect(historyLines(en, event('responsible', { to: 'Ann' }), moment)).to.deep.equal(['nobody → Ann']);
    const change = event('responsible', { from: 'Ann', to: 'Bo', note: 'shift ends' });
    expect(historyLines(en, change, moment)).to.deep.equal(['Ann → Bo', 'shift ends']);
  });

  it('tells which clock ran out and who was told', () => {
    const warned = event('escalated', { clock: 'arrival', level: 'warn', to: '黄伟强' });
    expect(historyLines(zhHans, warned, moment)).to.deep.equal(['到达现场即将到期', '已告知：黄伟强']);
    expect(
      historyLines(en, event('escalated', { clock: 'call_back', level: 'breach', above: true }), moment),
    ).to.deep.equal(['Call back is overdue', 'Passed up to the supervisor']);
  });

  it('tells the zone', () => {
    expect(historyLines(en, event('zone', { to: 'remote' }), moment)).to.deep.equal(['Remote']);
    const found = { to: 'rural', by: 'village', area: '石步村', basis: 'premises', share: { of: 9, count: 8 } };
    expect(historyLines(en, event('zone', found), moment)).to.deep.equal([
      'Rural',
      'By 石步村 in the address',
      '8 of 9 premises there are in this zone',
    ]);
    const due = [{ clock: 'arrival', was: 1, is: 2 }];
    expect(historyLines(zhHans, event('zone', { from: 'urban', to: 'rural', due }), moment)).to.deep.equal([
      '城区 → 农村',
      '到达现场时限：<1> → <2>',
    ]);
  });

  it('names what was added', () => {
    const amended = event('amended', { place: '12 Yuanmei Road', severity: 'P1' });
    expect(historyLines(en, amended, moment)).to.deep.equal(['Place: 12 Yuanmei Road', 'Severity: P1 Emergency']);
  });

  it('says what is believed to have failed, and why', () => {
    const opened = event('opened', {
      belief: ['class.customer_internal', 'sign.breaker.trips_again', 'sign.neighbours.lit'],
      self_check: ['check.trips_again'],
      incident: 'IN2611240371',
    });
    expect(historyLines(zhHans, opened, moment)).to.deep.equal([
      '可能部位和依据：客户内部、户内开关推上又跳、邻居有电',
      '客户自查：客户推上后又跳',
      '并入故障：IN2611240371',
    ]);
    expect(historyLines(en, event('note', { customer: ['customer.called_off'] }), moment)).to.deep.equal([
      'The customer says: The ticket is to be cancelled',
    ]);
  });

  it('puts reasons into words', () => {
    const graded = event('severity', { reason: ['hazard.sparks', 'no_power'] });
    expect(historyLines(zhHans, graded, moment)).to.deep.equal(['原因：冒火花、停电']);
  });

  it('puts facts into words, packed as a column or not', () => {
    const facts = {
      class: 'low_voltage',
      hazards: ['sparks'],
      people: ['vulnerable'],
      site: [],
      scope: 'street',
      no_power: true,
    };
    const line = '事实：冒火花、有老幼病残孕、停电、一条街、一个小区';
    expect(historyLines(zhHans, event('amended', { facts }), moment)).to.deep.equal([line]);
    expect(historyLines(zhHans, event('amended', { facts: JSON.stringify(facts) }), moment)).to.deep.equal([line]);
    expect(historyLines(zhHans, event('amended', { reasons: '["no_power"]' }), moment)).to.deep.equal(['依据：停电']);
  });

  it('says nothing of the supply where nothing was said', () => {
    const facts = { class: 'unknown', hazards: ['wire_down'], people: [], site: [], scope: 'unknown', no_power: false };
    expect(historyLines(en, event('opened', { facts }), moment)).to.deep.equal(['Facts: Wire down']);
    expect(historyLines(en, event('opened', { facts: { ...facts, hazards: [] } }), moment)).to.deep.equal([]);
    expect(historyLines(en, event('opened', { facts: { ...facts, class: 'power_quality' } }), moment)).to.deep.equal([
      'Facts: Wire down, Supplied',
    ]);
    expect(historyLines(en, event('severity', { reasons: ['supplied'] }), moment)).to.deep.equal([
      'Why: No outage or danger known',
    ]);
  });

  it("keeps somebody's words that look like data", () => {
    expect(historyLines(en, event('note', { note: '[urgent] pole 12' }), moment)).to.deep.equal(['[urgent] pole 12']);
  });

  it('does not say the whole description again at every addition', () => {
    expect(historyLines(en, event('amended', { description: 'a\nb', phone: '138' }), moment)).to.deep.equal([
      'Phone: 138',
    ]);
    expect(historyLines(en, event('opened', { description: 'a' }), moment)).to.deep.equal(['Description: a']);
  });

  it('leaves out what nobody can read', () => {
    expect(
      historyLines(en, event('opened', { facts: { a: 1 }, place: null, list: [1], note: '' }), moment),
    ).to.deep.equal([]);
  });
});
