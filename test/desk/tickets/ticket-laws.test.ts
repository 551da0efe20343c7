import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../../desk/actor.ts';
import { chaseTicket, setResponsible, setZone } from '../../../desk/tickets/change-ticket.ts';
import { dueEscalations, type Escalation } from '../../../domain/tickets/clock-escalations.ts';
import { type ClockedTicket, ticketClocks } from '../../../domain/tickets/ticket-clocks.ts';
import { TICKET_STATES } from '../../../domain/tickets/ticket-states.ts';
import { statement } from '../../../store/database.ts';
import type { TicketDetail } from '../../../web/protocol/desk/ticket.ts';
import { EXAMPLE_STANDARDS } from '../../domain/tickets/example-standards.ts';
import { RIG_NOW, temporarySqlite } from '../desk-rig.ts';
import { TicketRig } from './ticket-rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** `chief` never leaves: a utility without anybody has nobody to answer. */
const STAFF = { ann: 'dispatcher', bo: 'dispatcher', cy: 'agent', chief: 'supervisor' } as const;
const LEAVERS = ['ann', 'bo', 'cy'] as const;
const CHIEF: Actor = { staffId: 'chief', deskName: 'Desk', roles: ['supervisor'] };

type Step =
  | { readonly does: 'move'; readonly to: (typeof TICKET_STATES)[number] }
  | { readonly does: 'entrust'; readonly to: keyof typeof STAFF }
  | { readonly does: 'zone'; readonly to: 'urban' | 'rural' | 'remote' }
  | { readonly does: 'chase' | 'look' }
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'leave' | 'come'; readonly who: (typeof LEAVERS)[number] }
  | { readonly does: 'duty'; readonly who: 'ann' | 'bo'; readonly hours: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('move' as const), to: fc.constantFrom(...TICKET_STATES) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('entrust' as const),
      to: fc.constantFrom(...(Object.keys(STAFF) as (keyof typeof STAFF)[])),
    }),
  },
  fc.record({ does: fc.constant('zone' as const), to: fc.constantFrom('urban', 'rural', 'remote') }),
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('chase' as const, 'look' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 900 }) }),
  },
  fc.record({ does: fc.constantFrom('leave' as const, 'come' as const), who: fc.constantFrom(...LEAVERS) }),
  fc.record({
    does: fc.constant('duty' as const),
    who: fc.constantFrom('ann', 'bo'),
    hours: fc.integer({ min: 1, max: 12 }),
  }),
);
const kinds = fc.constantFrom('fault' as const, 'complaint' as const, 'meter' as const, 'damage_claim' as const);

describe('laws of tickets, whatever is done with them in whatever order', function () {
  this.timeout(120_000);
  let rig: TicketRig;
  before(async () => {
    rig = TicketRig.over(await temporarySqlite());
    for (const [id, role] of Object.entries(STAFF)) await rig.hire([role], id);
  });
  after(() => rig.close());

  it('one person answers at every moment, and clocks are what the history makes them', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, fc.array(steps, { minLength: 5, maxLength: 30 }), async (kind, done) => {
        await rig.clear();
        const number = await rig.openTicket({
          kind,
          ...(kind === 'complaint' ? { responsible_role: 'supervisor' } : {}),
        });
        let before = await rig.shown(number);
        for (const step of done) {
          await take(number, step);
          before = await checked(number, before);
          await rig.look();
          before = await checked(number, before);
          await checkAfterLook(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  async function take(number: string, step: Step): Promise<void> {
    const { parts } = rig;
    const { version } = (await rig.shown(number)).ticket;
    switch (step.does) {
      case 'move':
        await rig.move(number, step.to);
        break;
      case 'entrust':
        await setResponsible(parts, CHIEF, { number, version, staffId: step.to });
        break;
      case 'zone':
        await setZone(parts, CHIEF, { number, version, zone: step.to });
        break;
      case 'chase':
        await chaseTicket(parts, CHIEF, { number });
        break;
      case 'look':
        await Promise.all([rig.look(), rig.look()]);
        break;
      case 'wait':
        rig.now += step.minutes * MINUTE;
        break;
      case 'leave':
      case 'come': {
        const active = step.does === 'come' ? 1 : 0;
        const { query } = rig.database;
        await rig.database.commit([statement(query.updateTable('staff').set({ active }).where('id', '=', step.who))]);
        break;
      }
      case 'duty': {
        const shift = { id: parts.newId(), staff_id: step.who, queue: 'fault' } as const;
        const until = rig.now + step.hours * HOUR;
        await rig.database.commit(parts.repositories.duties.save([{ ...shift, from_at: rig.now, until_at: until }]));
      }
    }
  }

  /** What holds at every moment. */
  async function checked(number: string, before: TicketDetail): Promise<TicketDetail> {
    const detail = await rig.shown(number);
    const { ticket, history, clocks } = detail;
    expect(history.slice(0, before.history.length), 'history is only added to').to.deep.equal(before.history);
    expect(history.map(({ seq }) => seq)).to.deep.equal(history.map((_, index) => index + 1));
    expect(ticket.responsibleId, 'somebody answers').to.be.a('string');
    expect(ticket.responsible).to.equal(nameOf(history.findLast(({ type }) => type === 'responsible')));
    expect(ticket.chases).to.equal(history.filter(({ type }) => type === 'chased').length);
    expect(ticket.raised).to.equal(ticket.chases >= EXAMPLE_STANDARDS.raiseAfterChases);
    expect(ticket.state).to.equal(toOf(history.findLast(({ type }) => type === 'state')) ?? 'received');
    expect(clocks).to.deep.equal(ticketClocks(toldBy(detail), EXAMPLE_STANDARDS));
    for (const clock of clocks) expect(clock.startedAt).to.be.at.most(clock.stoppedAt ?? rig.now);
    return detail;
  }

  /** What holds once the sweeper has been there, however seldom it comes. */
  async function checkAfterLook({ ticket, history, clocks }: TicketDetail): Promise<void> {
    const told = history.filter(({ type }) => type === 'escalated').map(({ data }) => data as unknown as Escalation);
    const keys = told.map(({ clock, level, dueAt }) => `${clock} ${level} ${dueAt}`);
    expect(new Set(keys).size, 'each is told once').to.equal(keys.length);
    expect(dueEscalations(clocks, told, rig.now), 'nothing that is due is left').to.deep.equal([]);
    if (ticket.state === 'closed' || ticket.state === 'cancelled') return;
    const staff = await rig.parts.repositories.staff.active();
    expect(staff.map(({ id }) => id)).to.include(ticket.responsibleId);
  }
});

type HistoryEvent = TicketDetail['history'][number];

const toOf = (event: HistoryEvent | undefined) => event?.data.to;

/** Histories name people, as tickets do. */
const nameOf = (event: HistoryEvent | undefined) => String(toOf(event));

/** A ticket as its history alone tells it. */
function toldBy({ ticket, history }: TicketDetail): ClockedTicket {
  const states = history.filter(({ type }) => type === 'state');
  const office = ticket.kind === 'complaint';
  let told = {
    ...{
      dispatchedAt: null as number | null,
      returnedAt: null as number | null,
      redispatchedAt: null as number | null,
    },
    ...{ arrivedAt: null as number | null, resolvedAt: null as number | null, contactedAt: null as number | null },
    closedAt: null as number | null,
  };
  for (const { at, data } of states) {
    const { from, to } = data;
    if (to === 'crew_assigned') {
      if (told.dispatchedAt === null) told = { ...told, dispatchedAt: at };
      else if (from !== 'crew_assigned' && from !== 'en_route') told = { ...told, redispatchedAt: at };
    }
    if (to === 'on_site') told = { ...told, arrivedAt: told.arrivedAt ?? at };
    if (to === 'restored') told = { ...told, resolvedAt: at };
    if (to === 'called_back') told = { ...told, contactedAt: told.contactedAt ?? at };
    if (to === 'returned') {
      told = { ...told, resolvedAt: null, contactedAt: office ? told.contactedAt : null };
      if (told.dispatchedAt !== null) told = { ...told, returnedAt: at, redispatchedAt: null };
    }
    if (to === 'closed' || to === 'cancelled') told = { ...told, closedAt: at };
  }
  const zone = history.findLast(({ type }) => type === 'zone')?.data.to;
  return {
    ...told,
    kind: ticket.kind,
    severity: ticket.severity,
    important: false,
    zone: zone === 'urban' || zone === 'rural' || zone === 'remote' ? zone : null,
    createdAt: RIG_NOW,
    cancelled: toOf(states.at(-1)) === 'cancelled',
  };
}
