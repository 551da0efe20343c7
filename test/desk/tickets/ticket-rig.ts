import { expect } from 'chai';
import type { Actor } from '../../../desk/actor.ts';
import { moveTicket } from '../../../desk/tickets/change-ticket.ts';
import { TicketWatch } from '../../../desk/tickets/ticket-watch.ts';
import { showTicket } from '../../../desk/tickets/tickets.ts';
import { ZoneFinder } from '../../../desk/tickets/zone-finder.ts';
import type { Area } from '../../../dialogs/places/areas.ts';
import { statement } from '../../../store/database.ts';
import type { NewTicket } from '../../../store/repositories/ticket-book.ts';
import { ZoneRepository } from '../../../store/repositories/zone-repository.ts';
import { type TicketDetail, ticketDetailSchema } from '../../../web/protocol/desk/ticket.ts';
import type { OpenEngine } from '../../contract/engines.ts';
import { DeskRig, RIG_NOW } from '../desk-rig.ts';

const area = (code: string, level: Area['level'], zh: string): Area => ({
  code,
  level,
  name: { zh, en: zh },
  score: 1,
});
const TOWN = area('441900199', 'town', '寮步镇');
export const VILLAGE = area('441900199001', 'village', '石步村');
const HILL = area('441900199002', 'village', '上山村');

function areasIn(words: string): Area[] {
  return [VILLAGE, HILL, TOWN].filter(({ name }) => words.includes(name.zh));
}

/** Tickets over an engine, with a dispatcher who works on them. */
export class TicketRig extends DeskRig {
  #drawn = 0;
  /** Of a town with two villages; the profile says of one that it is remote. */
  readonly zones = new ZoneFinder({
    areas: { find: areasIn, around: ({ lat }) => (lat > 23 ? HILL : null) },
    premises: new ZoneRepository(this.database),
    settled: [{ code: HILL.code, zone: 'remote' }],
    now: () => this.now,
  });
  readonly #dispatcher: Actor = { staffId: 'dispatcher-1', deskName: 'Desk', roles: ['dispatcher', 'supervisor'] };

  static over(engine: OpenEngine): TicketRig {
    return new TicketRig(engine);
  }

  /** Everybody at work again, no ticket, no roster, at the rig's own time. */
  async clear(): Promise<void> {
    this.now = RIG_NOW;
    const { query } = this.database;
    await this.database.commit([
      statement(query.deleteFrom('ticket_notice')),
      statement(query.deleteFrom('ticket_event')),
      statement(query.deleteFrom('ticket')),
      statement(query.deleteFrom('duty')),
      statement(query.updateTable('staff').set({ active: 1 })),
    ]);
  }

  /** A fault that waits for a crew, unless it is to be something else; its number. */
  async openTicket(change: Partial<NewTicket> = {}): Promise<string> {
    this.#drawn += 1;
    const ticket: NewTicket = {
      ...{ id: `ticket-${this.#drawn}`, number: `${this.#drawn}`, kind: 'fault', severity: 'P3' },
      ...{ reasons: '["no_power"]', facts: null, place: '南城街道', lat: null, lon: null, since: null, phone: null },
      ...{ description: '停电', account_id: null, conversation_id: null, session_id: null },
      ...{ responsible_role: 'dispatcher', language: 'zh-Hans', created_at: this.now },
      ...change,
    };
    const entry = { at: ticket.created_at, actor: 'bot', type: 'opened', data: {} };
    const { ok } = await this.database.commit(this.parts.repositories.ticketBook.open(ticket, entry));
    expect(ok).to.equal(true);
    return ticket.number;
  }

  async shown(number: string): Promise<TicketDetail> {
    return ticketDetailSchema.parse(await showTicket(this.parts, this.#dispatcher, number));
  }

  async events(number: string, type: string): Promise<TicketDetail['history']> {
    return (await this.shown(number)).history.filter((event) => event.type === type);
  }

  async move(number: string, to: Parameters<typeof moveTicket>[2]['to']): Promise<string> {
    const { version } = (await this.shown(number)).ticket;
    return moveTicket(this.parts, this.#dispatcher, { number, to, version, crew: 'Crew 7', note: 'why' });
  }

  /** The sweeper as after a restart: it knows nothing but what is stored. */
  look(): Promise<void> {
    return new TicketWatch({ ...this.parts, zones: this.zones }).look();
  }
}
