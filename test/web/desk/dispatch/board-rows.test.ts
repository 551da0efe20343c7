import { expect } from 'chai';
import fc from 'fast-check';
import { boardRows, holdBoard, passing } from '../../../../web/desk/dispatch/board-rows.ts';
import type { Reason } from '../../../../web/protocol/desk/incident.ts';
import { incidentItem, looseTicket, order } from './incident-items.ts';

const numbers = (rows: ReturnType<typeof boardRows>) => rows.map(({ number }) => number);
const reason = (code: string, values: Reason['values'] = {}): Reason => ({ code, values });

describe('the board', () => {
  it('puts a ticket among incidents by severity, then life at risk, trunk, critical site, customers and clock', () => {
    const steps: readonly [ticket: Reason[], incident: Reason[]][] = [
      [order(1), order(2)],
      [order(2, [reason('life_at_risk')]), order(2, [reason('trunk')])],
      [order(2, [reason('trunk')]), order(2, [reason('critical_site', { count: 1 })])],
      [order(2, [reason('critical_site', { count: 1 })]), order(2, [reason('customers', { count: 900 })])],
      [order(2, [reason('customers', { count: 9 })]), order(2, [reason('customers', { count: 8 })])],
      [order(2, [reason('clock', { minutes: -5 })]), order(2, [reason('clock', { minutes: 5 })])],
      [order(2, [reason('clock', { minutes: 600 })]), order(2)],
    ];
    for (const [more, less] of steps) {
      const title = JSON.stringify([more, less]);
      const below = boardRows([incidentItem('1', { order: less })], [looseTicket('1', { order: more })]);
      expect(numbers(below), title).to.deep.equal(['T1', 'IN1']);
      const above = boardRows([incidentItem('1', { order: more })], [looseTicket('1', { order: less })]);
      expect(numbers(above), title).to.deep.equal(['IN1', 'T1']);
    }
  });

  it('puts an incident before a ticket that is as urgent', () => {
    expect(numbers(boardRows([incidentItem('1')], [looseTicket('1')]))).to.deep.equal(['IN1', 'T1']);
  });

  it('keeps the order that each list came in', () => {
    const grades = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(grades, grades, (first, second) => {
        const incidents = first.map((grade, at) => incidentItem(String(at), { order: order(grade) }));
        const tickets = second.map((grade, at) => looseTicket(String(at), { order: order(grade) }));
        const rows = numbers(boardRows(incidents, tickets));
        expect(rows.filter((number) => number.startsWith('IN'))).to.deep.equal(incidents.map(({ number }) => number));
        expect(rows.filter((number) => number.startsWith('T'))).to.deep.equal(tickets.map(({ number }) => number));
      }),
    );
  });

  it('filters tickets as it does incidents, and shows none for a feeder or for what is over', () => {
    const mine = looseTicket('1', { responsibleId: 'me', crew: 'Crew 2' });
    const grave = looseTicket('2', { severity: 'P1' });
    const all = [mine, grave];
    expect(passing(all, { state: 'open' }, 'me')).to.deep.equal(all);
    expect(passing(all, { mine: 'true' }, 'me')).to.deep.equal([mine]);
    expect(passing(all, { unassigned: 'true' }, 'me')).to.deep.equal([grave]);
    expect(passing(all, { severity: 'P1' }, 'me')).to.deep.equal([grave]);
    expect(passing(all, { feeder: 'F' }, 'me')).to.deep.equal([]);
    expect(passing(all, { state: 'over' }, 'me')).to.deep.equal([]);
  });
});

describe('the board under a hand', () => {
  const row = (id: string, more = {}) => boardRows([incidentItem(id, more)], []);
  const shown = [...row('1'), ...row('2'), ...row('3')];

  it('keeps places, brings contents up to date and says what has gone', () => {
    const latest = [...row('3'), ...row('1', { crew: 'Crew 2' })];
    const held = holdBoard(shown, latest);
    expect(held.rows.map(({ row: { id }, gone }) => [id, gone])).to.deep.equal([
      ['1', false],
      ['2', true],
      ['3', false],
    ]);
    expect(held.rows[0]?.row).to.equal(latest[1]);
  });

  it('counts what has come, gone and moved', () => {
    expect(holdBoard(shown, shown).changes).to.equal(0);
    expect(holdBoard(shown, [...row('4'), ...shown]).changes).to.equal(1);
    expect(holdBoard(shown, shown.slice(1)).changes).to.equal(1);
    expect(holdBoard(shown, [...shown].reverse()).changes).to.equal(2);
  });

  it('says so when an emergency has come', () => {
    expect(holdBoard(shown, [...row('4', { severity: 'P2' }), ...shown]).grave).to.equal(false);
    expect(holdBoard(shown, [...row('4', { severity: 'P1' }), ...shown]).grave).to.equal(true);
    expect(holdBoard(shown, [...row('4', { lifeAtRisk: true }), ...shown]).grave).to.equal(true);
  });
});
