import { expect } from 'chai';
import { listTickets, showTicket } from '../../../desk/tickets/tickets.ts';
import { TicketBook } from '../../../store/repositories/ticket-book.ts';
import { ticketDetailSchema, ticketListSchema } from '../../../web/protocol/desk/ticket.ts';
import { DeskRig, RIG_NOW } from '../desk-rig.ts';

describe('tickets at the desk', () => {
  let rig: DeskRig;
  let book: TicketBook;
  beforeEach(async () => {
    rig = await DeskRig.open();
    book = new TicketBook(rig.database);
  });
  afterEach(() => rig.close());

  async function open(number: string, given: { createdAt?: number; severity?: 'P1' | 'P3' } = {}): Promise<void> {
    const { createdAt = RIG_NOW, severity = 'P3' } = given;
    const ticket = {
      id: `ticket-${number}`,
      number,
      kind: 'fault',
      severity,
      reasons: '["no_power"]',
      facts: '{"class":"low_voltage"}',
      place: '南城街道',
      lat: null,
      lon: null,
      since: null,
      phone: null,
      description: '停电',
      account_id: null,
      conversation_id: null,
      session_id: null,
      responsible_role: 'dispatcher',
      language: 'zh-Hans',
      created_at: createdAt,
    } as const;
    await rig.database.commit(book.open(ticket, { at: createdAt, actor: 'bot', type: 'opened', data: {} }));
  }

  it('are paged newest first, without loss or doubling where several came at once', async () => {
    for (let number = 0; number < 25; number += 1)
      await open(`${number}`, { createdAt: RIG_NOW + Math.floor(number / 10) });
    const agent = await rig.hire();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const list = await listTickets(rig.parts, agent, { cursor, limit: 7 });
      seen.push(...ticketListSchema.parse(list).tickets.map(({ number }) => number));
      cursor = list?.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).to.have.length(25);
    expect(new Set(seen)).to.have.property('size', 25);
    expect(seen.slice(0, 5).every((number) => Number(number) >= 20)).to.equal(true);
  });

  it('are found by state and severity', async () => {
    await open('1', { severity: 'P1' });
    await open('2');
    await rig.database.commit(
      book.amend('ticket-2', { state: 'closed' }, { at: RIG_NOW, actor: 'bot', type: 'state', data: {} }),
    );
    const agent = await rig.hire();
    const numbers = async (query: Parameters<typeof listTickets>[2]) =>
      (await listTickets(rig.parts, agent, query))?.tickets.map(({ number }) => number);
    expect(await numbers({ severity: 'P1', limit: 9 })).to.deep.equal(['1']);
    expect(await numbers({ state: 'closed', limit: 9 })).to.deep.equal(['2']);
    expect(await numbers({ state: 'closed', severity: 'P1', limit: 9 })).to.deep.equal([]);
  });

  it('refuse a cursor that is none of theirs', async () => {
    const agent = await rig.hire();
    for (const cursor of ['x', Buffer.from("1.' or 1=1").toString('base64url'), '']) {
      expect(await listTickets(rig.parts, agent, { cursor, limit: 1 })).to.equal(null);
    }
  });

  it('tell who is answerable and who did what by name, and note who looked', async () => {
    const dispatcher = await rig.hire(['dispatcher']);
    const names = await rig.parts.repositories.staff.namesOf([dispatcher.staffId]);
    const name = names.get(dispatcher.staffId)?.name ?? '';
    const agent = await rig.hire();
    await open('7');
    expect((await showTicket(rig.parts, agent, '7'))?.ticket.responsible).to.equal(name);
    const change = { responsible_id: dispatcher.staffId, state: 'crew_assigned' as const };
    await rig.database.commit(
      book.amend('ticket-7', change, {
        at: RIG_NOW,
        actor: dispatcher.staffId,
        type: 'state',
        data: { from: 'received', to: 'crew_assigned' },
      }),
    );
    const detail = ticketDetailSchema.parse(await showTicket(rig.parts, agent, '7'));
    expect(detail.ticket).to.include({ responsible: name, state: 'crew_assigned' });
    expect(detail.ticket.reasons).to.deep.equal(['no_power']);
    expect(detail.facts).to.deep.equal({ class: 'low_voltage' });
    expect(detail.history.map(({ actor, type }) => [actor, type])).to.deep.equal([
      ['bot', 'opened'],
      ['system', 'responsible'],
      [name, 'state'],
    ]);
    expect(detail.history[1]?.data).to.deep.equal({ to: name });
    expect(await rig.audited('ticket:ticket-7')).to.include(`${agent.staffId} looked`);
    expect(await showTicket(rig.parts, agent, '8')).to.equal(null);
  });
});
