import { expect } from 'chai';
import type { FaultValues } from '../../../dialogs/faults/fault-values.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import { followFault } from '../../../dialogs/notices/follow-fault.ts';
import type { Turn } from '../../../dialogs/turn.ts';

describe('who adds to a ticket', () => {
  function turnWith(ticketId: string | null, following?: string) {
    const added: unknown[] = [];
    const memory = newMemory('session');
    if (ticketId !== null) memory.lastFault = { ticket: { id: ticketId } } as FaultValues;
    if (following !== undefined) memory.following = following;
    const turn = {
      memory,
      now: 7,
      work: { conversation: { id: 'c' }, add: (statement: unknown) => added.push(statement) },
      services: { followers: { follow: (key: unknown, at: number) => ({ key, at }) } },
    } as unknown as Turn;
    return { turn, memory, added };
  }

  it('hears of it from then on, whoever has opened it', () => {
    const { turn, memory, added } = turnWith('t');
    followFault(turn);
    expect(added).to.deep.equal([{ key: { ticket_id: 't', conversation_id: 'c' }, at: 7 }]);
    expect(memory.following).to.equal('t');
    followFault(turn);
    expect(added, 'once').to.have.length(1);
  });

  it('hears of the next ticket too, and nothing where no ticket stands', () => {
    const next = turnWith('u', 't');
    followFault(next.turn);
    expect(next.added).to.have.length(1);
    const none = turnWith(null);
    followFault(none.turn);
    expect(none.added).to.deep.equal([]);
  });
});
