import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { TicketFollowerTable } from '../tables/notice-tables.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type Follower = Selectable<TicketFollowerTable>;
type Eta = Pick<Selectable<TicketTable>, 'eta_at' | 'eta_source' | 'eta_set_at'>;

/** A follower with the ticket as it stands now. */
export interface Followed extends Follower {
  readonly ticket: Pick<Selectable<TicketTable>, 'number' | 'state' | 'severity' | 'facts' | 'place' | 'resolved_at'> &
    Eta;
  /** The restoration time of the incident that the ticket belongs to. */
  readonly incident: Eta;
}

type Key = Pick<Follower, 'ticket_id' | 'conversation_id'>;

/** Who follows which ticket, and what they have been told of it. */
export class FollowerRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** From now on the conversation hears of the ticket; changes nothing where it does already. */
  follow({ ticket_id, conversation_id }: Key, at: number): Statement {
    return statement(
      this.#query
        .insertInto('ticket_follower')
        .values({
          ...{ ticket_id, conversation_id, since_at: at, told: NOTHING_TOLD, at_night: 0 },
          ...{ changed_at: null, look_at: null, last_told_at: null },
        })
        .onConflict((conflict) => conflict.doNothing()),
    );
  }

  /** The ticket has changed in something that customers are told of. Stands in the commit of the change. */
  changed(ticketId: string, at: number): Statement {
    return statement(this.#touch(at).where('ticket_id', '=', ticketId));
  }

  /**
   * Open incidents that have changed since a moment may have another restoration time than the followers of their open tickets
   * know. Whoever is to be told of anything already is told of this too; and where nothing would be told, nothing is written.
   */
  incidentsChanged(since: number, now: number): Statement {
    const tickets = this.#query
      .selectFrom('incident')
      .innerJoin('incident_ticket', 'incident_ticket.incident_id', 'incident.id')
      .innerJoin('ticket', 'ticket.id', 'incident_ticket.ticket_id')
      .select('ticket.id')
      .where('incident.updated_at', '>=', since)
      .where('incident.state', 'in', ['probable', 'confirmed'])
      .where('ticket.closed_at', 'is', null)
      .where('ticket.resolved_at', 'is', null);
    return statement(
      this.#touch(now)
        .where('changed_at', 'is', null)
        .where('ticket_id', 'in', tickets)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('incident_ticket')
              .innerJoin('incident', 'incident.id', 'incident_ticket.incident_id')
              .innerJoin('ticket', 'ticket.id', 'incident_ticket.ticket_id')
              .select('incident.id')
              .whereRef('incident_ticket.ticket_id', '=', 'ticket_follower.ticket_id')
              .where(
                sql<boolean>`ticket_follower.told not like '%"etaAt":' || coalesce(cast(${STANDING_ETA} as text), 'null') || '}'`,
              )
              .where(sql<boolean>`coalesce(${STANDING_ETA} > cast(${now} as bigint), true)`),
          ),
        ),
    );
  }

  /** Conversations that are to be looked at, the longest due first. */
  async toLookAt(now: number, limit: number): Promise<string[]> {
    const rows = await this.#query
      .selectFrom('ticket_follower')
      .select('conversation_id')
      .where('look_at', 'is not', null)
      .where('look_at', '<=', now)
      .groupBy('conversation_id')
      .orderBy(({ fn }) => fn.min('look_at'))
      .limit(limit)
      .execute();
    return rows.map(({ conversation_id }) => conversation_id);
  }

  /** What a conversation follows and may have to be told of. */
  async pendingOf(conversationId: string): Promise<Followed[]> {
    const rows = await this.#query
      .selectFrom('ticket_follower as follower')
      .innerJoin('ticket', 'ticket.id', 'follower.ticket_id')
      .leftJoin('incident_ticket', 'incident_ticket.ticket_id', 'ticket.id')
      .leftJoin('incident', 'incident.id', 'incident_ticket.incident_id')
      .selectAll('follower')
      .select([
        'ticket.number',
        'ticket.state',
        'ticket.severity',
        'ticket.facts',
        'ticket.place',
        'ticket.resolved_at',
      ])
      .select(['ticket.eta_at', 'ticket.eta_source', 'ticket.eta_set_at'])
      .select(['incident.eta_at as in_at', 'incident.eta_source as in_source', 'incident.eta_set_at as in_set_at'])
      .where('follower.conversation_id', '=', conversationId)
      .where('follower.changed_at', 'is not', null)
      .orderBy('ticket.created_at')
      .execute();
    return rows.map(
      ({ number, state, severity, facts, place, resolved_at, eta_at, eta_source, eta_set_at, ...row }) => {
        const { in_at, in_source, in_set_at, ...follower } = row;
        return {
          ...follower,
          ticket: { number, state, severity, facts, place, resolved_at, eta_at, eta_source, eta_set_at },
          incident: { eta_at: in_at, eta_source: in_source, eta_set_at: in_set_at },
        };
      },
    );
  }

  /** When the conversation was last told of anything, and when its customer wrote last. */
  async listener(conversationId: string): Promise<{ lastToldAt: number | null; lastHeardAt: number | null }> {
    const [told, heard] = await Promise.all([
      this.#query
        .selectFrom('ticket_follower')
        .select(({ fn }) => fn.max('last_told_at').as('at'))
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst(),
      this.#query
        .selectFrom('activity')
        .select('at')
        .where('conversation_id', '=', conversationId)
        .where('author', '=', 'customer')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ]);
    return { lastToldAt: told?.at ?? null, lastHeardAt: heard?.at ?? null };
  }

  /** They are told, or there turned out to be nothing to tell; refused as `looked` where it has changed meanwhile. */
  told(seen: Follower, change: Pick<Follower, 'told' | 'last_told_at'>): Statement {
    const update = this.#seen(seen).set({ ...change, changed_at: null, look_at: null });
    return statement(update, { expect: 1, refusal: 'looked' });
  }

  /** Changes nothing where it has changed meanwhile. */
  wait(seen: Follower, until: number): Statement {
    return statement(this.#seen(seen).set({ look_at: until }));
  }

  /** Everything that the conversation follows is told at night too. */
  tellAtNight(conversationId: string): Statement {
    return statement(
      this.#query.updateTable('ticket_follower').set({ at_night: 1 }).where('conversation_id', '=', conversationId),
    );
  }

  #touch(at: number) {
    return this.#query
      .updateTable('ticket_follower')
      .set({ changed_at: sql<number>`coalesce(changed_at, cast(${at} as bigint))`, look_at: at });
  }

  #seen({ ticket_id, conversation_id, told, changed_at, look_at }: Follower) {
    return this.#query
      .updateTable('ticket_follower')
      .where('ticket_id', '=', ticket_id)
      .where('conversation_id', '=', conversation_id)
      .where('told', '=', told)
      .where('changed_at', changed_at === null ? 'is' : '=', changed_at)
      .where('look_at', look_at === null ? 'is' : '=', look_at);
  }
}

const NOTHING_TOLD = JSON.stringify({ stage: 'received', etaAt: null });

/** The last word of when supply is expected back, as customers are told it: of the incident, or of the ticket itself. */
const STANDING_ETA = sql<number | null>`case
  when incident.eta_at is not null and (ticket.eta_at is null or incident.eta_set_at > ticket.eta_set_at) then incident.eta_at
  else ticket.eta_at end`;
