import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { clockView } from '../../../../web/desk/tickets/clock-view.ts';
import type { TicketClock } from '../../../../web/protocol/desk/ticket.ts';

describe("a ticket's clock on show", () => {
  const MINUTE = 60_000;
  const clock: TicketClock = {
    ...{ name: 'arrival', startedAt: 0, warnAt: 30 * MINUTE, dueAt: 45 * MINUTE },
    ...{ stoppedAt: null, done: false },
  };

  it('counts down, warns, and counts what is over', () => {
    expect(clockView(en, clock, 5 * MINUTE)).to.deep.equal({ level: 'calm', text: '40 min left' });
    expect(clockView(en, clock, 30 * MINUTE)).to.deep.equal({ level: 'soon', text: '15 min left' });
    expect(clockView(zhHans, clock, 45 * MINUTE + 1000)).to.deep.equal({ level: 'over', text: '超时 1 秒' });
  });

  it('stays as it ended', () => {
    const kept = { ...clock, stoppedAt: 44 * MINUTE, done: true };
    const missed = { ...clock, stoppedAt: 45 * MINUTE };
    expect(clockView(en, kept, 900 * MINUTE)).to.deep.equal({ level: 'calm', text: 'Kept' });
    expect(clockView(en, missed, 900 * MINUTE)).to.deep.equal({ level: 'over', text: 'Missed' });
    const moot = { ...clock, stoppedAt: 44 * MINUTE };
    expect(clockView(en, moot, 900 * MINUTE)).to.deep.equal({ level: 'calm', text: 'Over without it' });
  });
});
