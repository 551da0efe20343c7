import { type Kysely, type Selectable, sql } from 'kysely';
import { RESTORED_STATES } from '../../domain/tickets/ticket-states.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { ReportPlaceTable, SupplyWordTable } from '../tables/incident-tables.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type StoredPlace = Selectable<ReportPlaceTable>;
export type StoredWord = Selectable<SupplyWordTable>;

/** A ticket whose place is to be looked at, and where it was placed last. */
export type UnplacedTicket = Selectable<TicketTable> & { readonly placed_key: string | null };

/** An open fault whose report may come from a feeder. */
export type FeederTicket = Pick<
  Selectable<TicketTable>,
  'id' | 'number' | 'kind' | 'state' | 'facts' | 'severity' | 'reasons' | 'created_at' | 'updated_at'
> & {
  readonly candidates: string;
  readonly incident_id: string | null;
  readonly by_hand: number | null;
};

/** Where reports come from, and what else is said of the supply: what incidents are inferred from. */
export class ReportRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Fault tickets that are new or have changed since they were placed, of those that changed since a moment; the earliest first. */
  toPlace(since: number, limit: number): Promise<UnplacedTicket[]> {
    return this.#query
      .selectFrom('ticket')
      .leftJoin('report_place as place', 'place.ticket_id', 'ticket.id')
      .selectAll('ticket')
      .select('place.key as placed_key')
      .where('ticket.updated_at', '>=', since)
      .where('ticket.kind', '=', 'fault')
      .where((where) =>
        where.or([
          where.and([where('place.ticket_id', 'is', null), where('ticket.closed_at', 'is', null)]),
          where('place.ticket_version', '<', where.ref('ticket.version')),
        ]),
      )
      .orderBy('ticket.updated_at')
      .orderBy('ticket.id')
      .limit(limit)
      .execute();
  }

  /** Writes where a ticket's report comes from, with the feeders of its candidates. */
  place(place: StoredPlace, feeders: ReadonlyMap<string, number>): Statement[] {
    const { ticket_id, ...rest } = place;
    return [
      statement(
        this.#query
          .insertInto('report_place')
          .values(place)
          .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(rest)),
        { expect: 1 },
      ),
      statement(this.#query.deleteFrom('report_feeder').where('ticket_id', '=', ticket_id)),
      ...(feeders.size === 0
        ? []
        : [
            statement(
              this.#query
                .insertInto('report_feeder')
                .values([...feeders].map(([feeder_id, weight]) => ({ ticket_id, feeder_id, weight }))),
            ),
          ]),
    ];
  }

  /** The ticket has changed, its place has not. */
  seen({ id, version }: Pick<Selectable<TicketTable>, 'id' | 'version'>): Statement {
    return statement(
      this.#query.updateTable('report_place').set({ ticket_version: version }).where('ticket_id', '=', id),
    );
  }

  async feedersOf(ticketIds: readonly string[]): Promise<string[]> {
    if (ticketIds.length === 0) return [];
    const rows = await this.#query
      .selectFrom('report_feeder')
      .select('feeder_id')
      .distinct()
      .where('ticket_id', 'in', ticketIds)
      .execute();
    return rows.map(({ feeder_id }) => feeder_id);
  }

  placesOf(ticketIds: readonly string[]): Promise<StoredPlace[]> {
    if (ticketIds.length === 0) return Promise.resolve([]);
    return this.#query.selectFrom('report_place').selectAll().where('ticket_id', 'in', ticketIds).execute();
  }

  /** Faults without supply yet, of which most of the candidates that are known may be on the feeder. */
  openOnFeeder(feederId: string): Promise<FeederTicket[]> {
    return this.#query
      .selectFrom('report_feeder as near')
      .innerJoin('ticket', 'ticket.id', 'near.ticket_id')
      .innerJoin('report_place as place', 'place.ticket_id', 'ticket.id')
      .leftJoin('incident_ticket as joined', 'joined.ticket_id', 'ticket.id')
      .select(['ticket.id', 'ticket.number', 'ticket.kind', 'ticket.state', 'ticket.facts', 'ticket.severity'])
      .select(['ticket.reasons', 'ticket.created_at', 'ticket.updated_at'])
      .select(['place.candidates', 'joined.incident_id', 'joined.by_hand'])
      .where('near.feeder_id', '=', feederId)
      .where('ticket.closed_at', 'is', null)
      .where('ticket.state', 'not in', RESTORED_STATES)
      .orderBy('ticket.created_at')
      .orderBy('ticket.id')
      .execute();
  }

  /** Open faults of no incident that is being worked on; what supply that is back has left open is among them. */
  loose(limit: number): Promise<Selectable<TicketTable>[]> {
    return this.#query
      .selectFrom('ticket')
      .leftJoin('incident_ticket as joined', 'joined.ticket_id', 'ticket.id')
      .leftJoin('incident', (join) =>
        join.onRef('incident.id', '=', 'joined.incident_id').on('incident.state', 'in', ['probable', 'confirmed']),
      )
      .selectAll('ticket')
      .where('ticket.kind', '=', 'fault')
      .where('ticket.closed_at', 'is', null)
      .where('ticket.state', 'not in', RESTORED_STATES)
      .where('incident.id', 'is', null)
      .orderBy('ticket.severity')
      .orderBy('ticket.created_at')
      .limit(limit)
      .execute();
  }

  /** Notes what somebody says of the supply at an account's premises; taken in with the next look. Nothing where there is no such account. */
  addWordOfAccount(accountId: string, word: Omit<StoredWord, 'feeder_id' | 'premises_id'>): Statement {
    const { id, kind, asked, conversation_id, at } = word;
    const row = this.#query
      .selectFrom('account')
      .select([
        sql<string>`cast(${id} as text)`.as('id'),
        'account.premises_id as premises_id',
        sql<StoredWord['kind']>`cast(${kind} as text)`.as('kind'),
        sql<number>`cast(${asked} as bigint)`.as('asked'),
        sql<string | null>`cast(${conversation_id} as text)`.as('conversation_id'),
        sql<number>`cast(${at} as bigint)`.as('at'),
      ])
      .where('account.id', '=', accountId);
    return statement(
      this.#query
        .insertInto('supply_word')
        .columns(['id', 'premises_id', 'kind', 'asked', 'conversation_id', 'at'])
        .expression(row),
    );
  }

  newWords(limit: number): Promise<StoredWord[]> {
    return this.#query
      .selectFrom('supply_word')
      .selectAll()
      .where('feeder_id', 'is', null)
      .orderBy('at')
      .limit(limit)
      .execute();
  }

  wordsOnFeeder(feederId: string, since: number): Promise<StoredWord[]> {
    return this.#query
      .selectFrom('supply_word')
      .selectAll()
      .where('feeder_id', '=', feederId)
      .where('at', '>=', since)
      .orderBy('at')
      .execute();
  }

  /** Who was asked whether supply is back and said yes, with where their reports were placed. */
  suppliedAgain(feederId: string, since: number): Promise<{ at: number; candidates: string }[]> {
    return this.#query
      .selectFrom('report_feeder as near')
      .innerJoin('report_place as place', 'place.ticket_id', 'near.ticket_id')
      .innerJoin('ticket_event as event', 'event.ticket_id', 'near.ticket_id')
      .select(['event.at', 'place.candidates'])
      .where('near.feeder_id', '=', feederId)
      .where('event.type', '=', 'supply_back')
      .where('event.at', '>=', since)
      .orderBy('event.at')
      .execute();
  }

  /** `feederId` is empty where the premises hang on none. */
  placeWord(id: string, feederId: string): Statement {
    return statement(
      this.#query
        .updateTable('supply_word')
        .set({ feeder_id: feederId })
        .where('id', '=', id)
        .where('feeder_id', 'is', null),
    );
  }
}
