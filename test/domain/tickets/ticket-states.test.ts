import { expect } from 'chai';
import fc from 'fast-check';
import {
  isOver,
  isRestored,
  type MovingTicket,
  movesFrom,
  moveTicket,
  restoreTicket,
  TICKET_STATES,
  type TicketMove,
} from '../../../domain/tickets/ticket-states.ts';
import { TICKET_STATES as WIRE_STATES } from '../../../web/protocol/desk/ticket.ts';

const FRESH = {
  state: 'received',
  dispatchedAt: null,
  arrivedAt: null,
  contactedAt: null,
  crew: null,
  firstResponder: null,
} as const;
const kinds = fc.constantFrom('fault', 'meter', 'complaint', 'enquiry');
const moves = fc.array(
  fc.record({
    to: fc.constantFrom(...TICKET_STATES),
    crew: fc.constantFrom('A', 'B', undefined),
    note: fc.constantFrom('why', undefined),
  }),
  { maxLength: 40 },
);

interface Life extends MovingTicket {
  readonly returnedAt: number | null;
  readonly redispatchedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
}

/** A ticket's whole life: what it was after each move that was not refused. */
function live(kind: string, wanted: readonly TicketMove[]): Life[] {
  const lives: Life[] = [{ ...FRESH, kind, returnedAt: null, redispatchedAt: null, resolvedAt: null, closedAt: null }];
  wanted.forEach((move, index) => {
    const before = lives.at(-1);
    if (!before) return;
    const outcome = moveTicket(before, move, index + 1);
    if (outcome.kind === 'moved') lives.push({ ...before, ...outcome.change });
  });
  return lives;
}

describe('the states of a ticket', () => {
  it('lead a fault from the report to its end', () => {
    const path = ['acknowledged', 'crew_assigned', 'en_route', 'on_site', 'restored', 'called_back', 'closed'] as const;
    const last = live(
      'fault',
      path.map((to) => ({ to, crew: 'Crew 2' })),
    ).at(-1);
    expect(last).to.include({
      state: 'closed',
      crew: 'Crew 2',
      firstResponder: 'Crew 2',
      dispatchedAt: 2,
      arrivedAt: 4,
      resolvedAt: 5,
      contactedAt: 6,
      closedAt: 7,
    });
  });

  it('may be returned from each state of the work until it is closed, and start anew', () => {
    const path = ['acknowledged', 'crew_assigned', 'en_route', 'on_site', 'restored', 'called_back'] as const;
    for (let length = 1; length <= path.length; length += 1) {
      const steps: TicketMove[] = path.slice(0, length).map((to) => ({ to, crew: 'A' }));
      const returned = live('fault', [...steps, { to: 'returned', note: 'why' }]).at(-1);
      expect(returned, path[length - 1]).to.include({
        state: 'returned',
        crew: null,
        resolvedAt: null,
        contactedAt: null,
      });
      const again = live('fault', [...steps, { to: 'returned', note: 'why' }, { to: 'crew_assigned', crew: 'B' }]).at(
        -1,
      );
      expect(again).to.include({ crew: 'B', dispatchedAt: length < 2 ? 3 : 2 });
      expect(again?.redispatchedAt).to.equal(length < 2 ? null : length + 2);
    }
  });

  it('are to be given to a crew anew where what was restored by another’s word did not hold', () => {
    const fresh: MovingTicket = { ...FRESH, kind: 'fault' };
    const restored = restoreTicket(fresh, 5);
    if (restored.kind === 'refused') throw new Error(restored.reason);
    const before = { ...fresh, ...restored.change };
    const returned = moveTicket(before, { to: 'returned', note: 'still out' }, 6);
    if (returned.kind === 'refused') throw new Error(returned.reason);
    expect(returned.change).to.include({ returnedAt: 6, redispatchedAt: null, resolvedAt: null });
    const sent = moveTicket({ ...before, ...returned.change }, { to: 'crew_assigned', crew: 'B' }, 7);
    expect(sent).to.deep.include({ change: { state: 'crew_assigned', crew: 'B', dispatchedAt: 7, redispatchedAt: 7 } });
  });

  it('keep the first time that somebody spoke to whoever complains', () => {
    const moves: TicketMove[] = [
      { to: 'called_back' },
      { to: 'returned', note: 'why' },
      { to: 'called_back' },
      { to: 'closed' },
    ];
    expect(live('complaint', moves).at(-1)).to.include({ state: 'closed', contactedAt: 1, closedAt: 4 });
  });

  it('need no crew for what the office settles', () => {
    expect(live('complaint', [{ to: 'acknowledged' }, { to: 'closed' }]).at(-1)?.state).to.equal('closed');
    expect(movesFrom({ kind: 'complaint', state: 'acknowledged' })).not.to.include('crew_assigned');
    expect(movesFrom({ kind: 'fault', state: 'acknowledged' })).not.to.include('closed');
  });

  it('are the same here and on the wire', () => {
    expect(WIRE_STATES).to.deep.equal(TICKET_STATES);
  });

  it('say why a move is refused', () => {
    const refused = (state: MovingTicket['state'], move: TicketMove) =>
      moveTicket({ ...FRESH, kind: 'fault', state }, move, 1);
    expect(refused('received', { to: 'closed' })).to.deep.equal({ kind: 'refused', reason: 'not_from_here' });
    expect(refused('received', { to: 'crew_assigned' })).to.deep.equal({ kind: 'refused', reason: 'crew_missing' });
    expect(refused('on_site', { to: 'returned' })).to.deep.equal({ kind: 'refused', reason: 'note_missing' });
  });

  it('keep their laws whatever is tried', () => {
    fc.assert(
      fc.property(kinds, moves, (kind, wanted) => {
        const lives = live(kind, wanted);
        for (const [index, now] of lives.entries()) {
          const before = lives[index - 1];
          expect(isOver(now.state)).to.equal(now.closedAt !== null);
          if (before) expect(isOver(before.state), 'nothing follows the end').to.equal(false);
          if (before?.arrivedAt != null) {
            expect(now.arrivedAt, 'the first arrival stays').to.equal(before.arrivedAt);
            expect(now.firstResponder).to.equal(before.firstResponder);
          }
          if (isRestored(now.state) && kind === 'fault') expect(now.resolvedAt).not.to.equal(null);
          if (now.state === 'called_back') expect(now.contactedAt).not.to.equal(null);
          if (before?.dispatchedAt != null)
            expect(now.dispatchedAt, 'the first dispatch').to.equal(before.dispatchedAt);
          if (now.state === 'returned') expect([now.resolvedAt, now.crew]).to.deep.equal([null, null]);
          if (['crew_assigned', 'en_route', 'on_site'].includes(now.state)) expect(now.crew).not.to.equal(null);
          if (now.state === 'closed' && kind === 'fault') expect(now.resolvedAt).not.to.equal(null);
        }
      }),
    );
  });

  it('leave a way to the end from everywhere', () => {
    for (const kind of ['fault', 'complaint']) {
      for (const state of TICKET_STATES) {
        const seen = new Set([state]);
        for (const one of seen) for (const next of movesFrom({ kind, state: one })) seen.add(next);
        expect([...seen].some(isOver), `${kind} ${state}`).to.equal(true);
      }
    }
  });

  it('let whoever follows no crews say that supply is back: from wherever it is open, and once', () => {
    for (const state of TICKET_STATES) {
      const outcome = restoreTicket({ ...FRESH, kind: 'fault', state }, 7);
      const open = !isOver(state) && !isRestored(state);
      if (open) {
        expect(outcome, state).to.deep.equal({
          kind: 'moved',
          change: { state: 'restored', resolvedAt: 7, arrivedAt: 7 },
        });
      } else expect(outcome, state).to.deep.equal({ kind: 'refused', reason: 'not_from_here' });
    }
    const there = restoreTicket({ ...FRESH, kind: 'fault', state: 'on_site', arrivedAt: 3 }, 7);
    expect(there, 'who came first came first').to.deep.equal({
      kind: 'moved',
      change: { state: 'restored', resolvedAt: 7 },
    });
    expect(restoreTicket({ ...FRESH, kind: 'complaint' }, 7).kind).to.equal('refused');
  });
});
