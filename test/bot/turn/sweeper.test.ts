import { expect } from 'chai';
import { pino } from 'pino';
import { Mailbox } from '../../../bot/turn/mailbox.ts';
import { Sweeper } from '../../../bot/turn/sweeper.ts';
import { MemoryNerve } from '../../../store/nerve/memory-nerve.ts';
import type { ConversationRepository } from '../../../store/repositories/conversation-repository.ts';

describe('the sweeper', () => {
  it('sees to everything, whatever fails of it', async () => {
    const [done, logged]: [string[], string[]] = [[], []];
    const failing = (task: string) => async () => {
      done.push(task);
      throw new Error(task);
    };
    const sweeper = new Sweeper({
      conversations: { withOverdueInbound: failing('recover') } as unknown as ConversationRepository,
      mailbox: new Mailbox({
        nerve: new MemoryNerve(),
        handleNext: async () => ({ more: false }),
        failed: () => undefined,
      }),
      log: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
      now: () => 0,
      ...{ closeIdle: failing('closeIdle'), watchTickets: failing('watchTickets') },
      ...{ tellCustomers: failing('tellCustomers'), forget: failing('forget') },
    });
    await sweeper.sweep(0);
    const all = ['recover', 'closeIdle', 'watchTickets', 'tellCustomers', 'forget'];
    expect(done).to.deep.equal(all);
    expect(logged.map((line) => (JSON.parse(line) as { task: string }).task)).to.deep.equal(all);
  });
});
