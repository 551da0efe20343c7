import { expect } from 'chai';
import { clockAlerts } from '../../../../web/desk/alerts/clock-alerts.ts';
import type { TicketNotice } from '../../../../web/protocol/desk/ticket.ts';

describe('which clocks call for somebody', () => {
  const notice = (level: TicketNotice['level']): TicketNotice => ({
    ticketId: 't',
    number: 'SB1',
    severity: 'P2',
    place: null,
    clock: 'arrival',
    level,
    told: 'responsible',
    dueAt: 2,
    at: 1,
  });

  it('are those that were not there before, once when they warn and once when they have run out', () => {
    expect(clockAlerts(null, [notice('warn')])).to.deep.equal([]);
    expect(clockAlerts([], [notice('warn')]).map(({ tag }) => tag)).to.deep.equal(['t']);
    expect(clockAlerts([notice('warn')], [notice('warn')])).to.deep.equal([]);
    expect(clockAlerts([notice('warn')], [notice('breach')]).map(({ route }) => route)).to.deep.equal([
      { page: 'tickets', number: 'SB1' },
    ]);
  });
});
