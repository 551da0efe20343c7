import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import { dutyQueueOf } from '../../domain/desk/duty.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { webhookFanOut } from '../webhook-fan-out.ts';
import { FollowerRepository } from './follower-repository.ts';
import { isOnDuty, leastBusy, type Wanted } from './least-busy.ts';

export type Ticket = Selectable<TicketTable>;

/** What is said of a ticket that is opened; the rest follows. */
export type NewTicket = Omit<
  Ticket,
  | 'state'
  | 'version'
  | 'updated_at'
  | 'closed_at'
  | 'responsible_id'
  | 'zone'
  | 'important'
  | 'crew'
  | 'dispatched_at'
  | 'returned_at'
  | 'redispatched_at'
  | 'first_responder'
  | 'arrived_at'
  | 'resolved_at'
  | 'contacted_at'
  | 'chases'
  | 'look_at'
  | 'at_risk_at'
  | 'overdue_at'
  | 'eta_at'
  | 'eta_source'
  | 'eta_set_at'
  | 'former_id'
> & { readonly former_id?: string | null };

export interface TicketEntry {
  readonly at: number;
  /** Who did it: customer, bot, or a staff id. */
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The zone of a ticket's place. */
export interface FoundZone extends Pick<Ticket, 'id' | 'version'> {
  readonly zone: NonNullable<Ticket['zone']>;
  /** Why. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Trouble tickets: what is written as statements for a commit, what is read at once. */
export class TicketBook {
  readonly #query: Kysely<Tables>;
  readonly #followers: FollowerRepository;

  constructor(database: Database) {
    this.#query = database.query;
    this.#followers = new FollowerRepository(database);
  }

  /**
   * Refused as `ticket_number` where another has drawn the same number: the turn draws again. The zone, and whether others
   * depend on the supply, is that of the account's premises. Somebody is responsible from the first moment: whoever is on duty, or else of those
   * of the role, or of the supervisors, whoever has the fewest open tickets.
   */
  open(ticket: NewTicket, entry: TicketEntry): Statement[] {
    const insert = this.#query
      .insertInto('ticket')
      .values({
        ...asOpened(ticket),
        responsible_id: leastBusy(wantedFor(ticket, ticket.created_at)),
        zone: zoneOfAccount(ticket.account_id),
        important: importanceOfAccount(ticket.account_id),
      })
      .onConflict((conflict) => conflict.doNothing());
    return [
      statement(insert, { expect: 1, refusal: 'ticket_number' }),
      ...this.#tell(ticket.id, entry),
      this.#enterResponsible(ticket),
      ...(ticket.account_id === null ? [] : [this.#enterZone(ticket.id, ticket.created_at)]),
      ...this.#followedByReporter(ticket),
    ];
  }

  /** Changes a ticket and enters why; refused as `version` where it is no longer the version that was read. */
  amend(id: string, change: Partial<Ticket>, entry: TicketEntry, version?: number): Statement[] {
    const over = change.closed_at != null;
    const update = this.#query
      .updateTable('ticket')
      .set({
        ...change,
        updated_at: entry.at,
        version: sql<number>`version + 1`,
        // Its clocks may have changed.
        look_at: over ? null : sql<number | null>`case when closed_at is null then cast(${entry.at} as bigint) end`,
      })
      .where('id', '=', id)
      .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0));
    return [
      statement(update, { expect: 1, refusal: version === undefined ? 'ticket' : 'version' }),
      ...this.#tell(id, entry),
      ...(TOLD_TO_CUSTOMERS.some((column) => column in change) ? [this.#followers.changed(id, entry.at)] : []),
    ];
  }

  /** Counts that the customer has chased it up; refused as `ticket` where it is over. */
  chase(id: string, entry: Omit<TicketEntry, 'type'>): Statement[] {
    const update = this.#query
      .updateTable('ticket')
      .set({ chases: sql<number>`chases + 1`, updated_at: entry.at, version: sql<number>`version + 1` })
      .where('id', '=', id)
      .where('closed_at', 'is', null);
    return [statement(update, { expect: 1, refusal: 'ticket' }), ...this.#tell(id, { ...entry, type: 'chased' })];
  }

  /** Enters what a customer answered to the question whether it is put right. */
  answer(id: string, entry: Omit<TicketEntry, 'type'> & { readonly type: 'supply_back' | 'still_out' }): Statement[] {
    return this.#tell(id, entry);
  }

  /**
   * Says which zone tickets are in whose accounts did not tell, with why; those that were changed meanwhile stay as they
   * are. Their clocks are looked at anew.
   */
  giveZones(found: readonly FoundZone[], at: number): Statement[] {
    return found.flatMap(({ id, version, zone, data }) => [
      statement(
        this.#query
          .updateTable('ticket')
          .set({ zone, updated_at: at, version: version + 1, look_at: at })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('zone', 'is', null)
          .where('closed_at', 'is', null),
      ),
      this.#enterFound(id, {
        ...{
          at,
          type: 'zone',
          column: 'zone',
          data: sql<string>`cast(${JSON.stringify({ to: zone, ...data })} as text)`,
        },
        once: true,
      }),
    ]);
  }

  /** The customer was spoken to about what was repaired; changes nothing where it is being worked on again. */
  heard(id: string, at: number): Statement[] {
    const update = this.#query
      .updateTable('ticket')
      .set({ contacted_at: at, updated_at: at, version: sql<number>`version + 1`, look_at: at })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .where('resolved_at', 'is not', null)
      .where('contacted_at', 'is', null);
    return [statement(update)];
  }

  /** Enters an event without changing the ticket, for our own people: no other system is told. */
  enter(id: string, entry: TicketEntry): Statement {
    return this.#enter(id, entry);
  }

  byNumber(number: string): Promise<Ticket | undefined> {
    return this.#query.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst();
  }

  /** Newest first. */
  ofConversation(conversationId: string, limit = 10): Promise<Ticket[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  /** Newest first. */
  ofAccount(accountId: string, limit = 10): Promise<Ticket[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  /** Whoever has reported a fault hears of it. */
  #followedByReporter({ kind, id, conversation_id, created_at }: NewTicket): Statement[] {
    if (kind !== 'fault' || conversation_id === null) return [];
    return [this.#followers.follow({ ticket_id: id, conversation_id }, created_at)];
  }

  /** Who became responsible when the ticket was opened, where anybody is there. */
  #enterResponsible(ticket: NewTicket): Statement {
    const { id, created_at: at } = ticket;
    const onDuty = isOnDuty('ticket.responsible_id', wantedFor(ticket, at));
    const data = sql<string>`'{"to":"' || responsible_id || case when ${onDuty} then '","by":"duty"}' else '"}' end`;
    return this.#enterFound(id, { at, type: 'responsible', column: 'responsible_id', data });
  }

  /** Which zone the account's premises are in, where they are known. */
  #enterZone(id: string, at: number): Statement {
    const data = sql<string>`'{"to":"' || zone || '","by":"account"}'`;
    return this.#enterFound(id, { at, type: 'zone', column: 'zone', data });
  }

  /** Enters what was found in the commit that opened the ticket; nothing where the column is empty. */
  #enterFound(
    id: string,
    entry: {
      readonly at: number;
      readonly type: string;
      readonly column: 'responsible_id' | 'zone';
      readonly data: RawBuilder<string>;
      /** Where the history has no such entry yet. */
      readonly once?: boolean;
    },
  ): Statement {
    return statement(
      this.#query
        .insertInto('ticket_event')
        .columns(['ticket_id', 'seq', 'at', 'actor', 'type', 'data'])
        .expression(
          this.#query
            .selectFrom('ticket')
            .select(({ cast, val, selectFrom }) => [
              'id as ticket_id',
              selectFrom('ticket_event')
                .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'))
                .where('ticket_id', '=', id)
                .as('seq'),
              cast<number>(val(entry.at), 'bigint').as('at'),
              cast<string>(val('system'), 'text').as('actor'),
              cast<string>(val(entry.type), 'text').as('type'),
              entry.data.as('data'),
            ])
            .where('id', '=', id)
            .where(entry.column, 'is not', null)
            .$if(entry.once === true, (query) =>
              query.where(({ not, exists, selectFrom }) =>
                not(
                  exists(
                    selectFrom('ticket_event').select('seq').where('ticket_id', '=', id).where('type', '=', entry.type),
                  ),
                ),
              ),
            ),
        ),
    );
  }

  /** Enters an event and sends it to whoever wants to hear of such. */
  #tell(id: string, entry: TicketEntry): Statement[] {
    const told = { subject: 'ticket', id, entryType: entry.type, at: entry.at } as const;
    return [this.#enter(id, entry), ...webhookFanOut(this.#query, told)];
  }

  #enter(id: string, { at, actor, type, data }: TicketEntry): Statement {
    return statement(
      this.#query.insertInto('ticket_event').values(({ selectFrom }) => ({
        ticket_id: id,
        seq: selectFrom('ticket_event')
          .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'))
          .where('ticket_id', '=', id),
        at,
        actor,
        type,
        data: JSON.stringify(data),
      })),
      { expect: 1 },
    );
  }
}

/** What a ticket begins as; who is responsible and which zone it is in is found in the commit. */
export function asOpened(ticket: NewTicket): Omit<Ticket, 'responsible_id' | 'zone'> {
  return {
    ...ticket,
    former_id: ticket.former_id ?? null,
    state: 'received',
    version: 1,
    updated_at: ticket.created_at,
    closed_at: null,
    important: 0,
    crew: null,
    dispatched_at: null,
    returned_at: null,
    redispatched_at: null,
    first_responder: null,
    arrived_at: null,
    resolved_at: null,
    contacted_at: null,
    chases: 0,
    look_at: ticket.created_at,
    at_risk_at: null,
    overdue_at: null,
    eta_at: null,
    eta_source: null,
    eta_set_at: null,
  };
}

/** Who is to answer for a ticket at a moment. */
export function wantedFor(ticket: Pick<Ticket, 'kind' | 'responsible_role'>, at: number): Wanted {
  const role = ticket.responsible_role;
  return { role, queue: dutyQueueOf({ kind: ticket.kind, role }), at };
}

/** Columns of which followers are told. */
const TOLD_TO_CUSTOMERS: readonly (keyof Ticket)[] = ['state', 'eta_at', 'resolved_at'];

function zoneOfAccount(accountId: string | null) {
  if (accountId === null) return null;
  return sql<Ticket['zone']>`(
    select premises.zone from account join premises on premises.id = account.premises_id
    where account.id = ${accountId})`;
}

function importanceOfAccount(accountId: string | null) {
  if (accountId === null) return 0;
  return sql<number>`coalesce((
    select case when premises.critical_kind is null then 0 else 1 end
    from account join premises on premises.id = account.premises_id where account.id = ${accountId}), 0)`;
}
