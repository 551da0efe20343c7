import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { ContactLadderTable } from '../tables/notice-tables.ts';
import type { Tables } from '../tables.ts';

export type ContactLadder = Selectable<ContactLadderTable>;
type Cause = Pick<ContactLadder, 'cause_kind' | 'cause_id'>;

/** An account registered for life support that an outage touches and nobody has been in touch with. */
export interface AtRisk extends Cause {
  readonly accountId: string;
  readonly phone: string;
  readonly name: string;
  readonly address: string;
}

/** A ladder with what its next step needs to know. */
export interface LookedAtLadder extends ContactLadder {
  readonly phone: string;
  readonly name: string;
  readonly address: string;
  /** Supply is back, or there was no fault after all. */
  readonly causeOver: boolean;
  readonly call: { readonly closedAt: number | null; readonly responsibleId: string | null } | null;
}

const OPEN_INCIDENTS = ['probable', 'confirmed'] as const;
/** Who has said that they are safe is not asked of another outage so soon. */
const COVERED_MS = 2 * 3_600_000;
/** Who is probably not dark is not frightened. */
const LIKELY = 0.5;

/** The steps by which accounts registered for life support are reached. */
export class ContactLadderRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Of open outages that are reported for the account itself, or for more than its premises at the same service device. */
  async touchedByTickets(now: number, limit: number): Promise<AtRisk[]> {
    const wide = sql<boolean>`(ticket.facts like '%"scope":"building"%' or ticket.facts like '%"scope":"street"%' or ticket.facts like '%"scope":"area"%')`;
    return this.#query
      .selectFrom('ticket')
      .innerJoin('account as own', 'own.id', 'ticket.account_id')
      .innerJoin('premises as here', 'here.id', 'own.premises_id')
      .innerJoin('premises', (join) =>
        join.on((on) =>
          on.or([
            on('premises.id', '=', on.ref('here.id')),
            on.and([on('premises.device_id', '=', on.ref('here.device_id')), wide]),
          ]),
        ),
      )
      .innerJoin('account', 'account.premises_id', 'premises.id')
      .innerJoin('customer', 'customer.id', 'account.customer_id')
      .select(['account.id as accountId', 'customer.phone', 'customer.name', 'premises.address'])
      .select([sql<'ticket'>`'ticket'`.as('cause_kind'), 'ticket.id as cause_id'])
      .where('ticket.closed_at', 'is', null)
      .where('ticket.resolved_at', 'is', null)
      .where('ticket.kind', '=', 'fault')
      .where('ticket.facts', 'like', '%"no_power":true%')
      .where('customer.special_need', '=', 'life_support')
      .where(({ not, exists }) => not(exists(this.#covering('ticket.id', now))))
      .limit(limit)
      .execute();
  }

  /** Of open incidents above the account. */
  async touchedByIncidents(now: number, limit: number): Promise<AtRisk[]> {
    return this.#query
      .withRecursive('below(incident_id, device_id)', (query) =>
        query
          .selectFrom('incident')
          .select(['incident.id as incident_id', sql<string>`incident.device_id`.as('device_id')])
          .where('incident.device_id', 'is not', null)
          .where('incident.state', 'in', OPEN_INCIDENTS)
          .where('incident.probability', '>=', LIKELY)
          .where('incident.life_support', '>', 0)
          .unionAll(
            query
              .selectFrom('below')
              .innerJoin('network_device', 'network_device.parent_id', 'below.device_id')
              .select(['below.incident_id', 'network_device.id as device_id']),
          ),
      )
      .selectFrom('below')
      .innerJoin('premises', 'premises.device_id', 'below.device_id')
      .innerJoin('account', 'account.premises_id', 'premises.id')
      .innerJoin('customer', 'customer.id', 'account.customer_id')
      .select(['account.id as accountId', 'customer.phone', 'customer.name', 'premises.address'])
      .select([sql<'incident'>`'incident'`.as('cause_kind'), 'below.incident_id as cause_id'])
      .where('customer.special_need', '=', 'life_support')
      .where(({ not, exists }) => not(exists(this.#covering('below.incident_id', now))))
      .limit(limit)
      .execute();
  }

  /** Refused as `begun` where the account is being reached already: by another process, or for another sign of it. */
  begin({ accountId, cause_kind, cause_id }: AtRisk, at: number, lookAt: number): Statement {
    const row = {
      ...{ account_id: accountId, cause_kind, cause_id, state: 'messaged' as const, look_at: lookAt, messaged_at: at },
      ...{ answer: null, answered_at: null, call_ticket_id: null, acknowledged_by: null, ended_at: null },
    };
    const insert = this.#query
      .insertInto('contact_ladder')
      .values(row)
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'begun' });
  }

  async toLookAt(now: number, limit: number): Promise<LookedAtLadder[]> {
    const rows = await this.#query
      .selectFrom('contact_ladder as ladder')
      .innerJoin('account', 'account.id', 'ladder.account_id')
      .innerJoin('customer', 'customer.id', 'account.customer_id')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .leftJoin('ticket', (join) =>
        join.onRef('ticket.id', '=', 'ladder.cause_id').on('ladder.cause_kind', '=', 'ticket'),
      )
      .leftJoin('incident', (join) =>
        join.onRef('incident.id', '=', 'ladder.cause_id').on('ladder.cause_kind', '=', 'incident'),
      )
      .leftJoin('ticket as call', 'call.id', 'ladder.call_ticket_id')
      .selectAll('ladder')
      .select(['customer.phone', 'customer.name', 'premises.address'])
      .select(['ticket.resolved_at', 'ticket.closed_at', 'incident.state as incident_state'])
      .select(['call.id as call_id', 'call.closed_at as call_closed_at', 'call.responsible_id as call_responsible_id'])
      .where('ladder.look_at', 'is not', null)
      .where('ladder.look_at', '<=', now)
      .orderBy('ladder.look_at')
      .limit(limit)
      .execute();
    return rows.map(
      ({ resolved_at, closed_at, incident_state, call_id, call_closed_at, call_responsible_id, ...row }) => ({
        ...row,
        causeOver:
          row.cause_kind === 'ticket'
            ? resolved_at !== null || closed_at !== null
            : !OPEN_INCIDENTS.some((state) => state === incident_state),
        call: call_id === null ? null : { closedAt: call_closed_at, responsibleId: call_responsible_id },
      }),
    );
  }

  /** Refused as `looked` where somebody has looked or answered meanwhile. */
  step(
    seen: ContactLadder,
    change: Partial<Pick<ContactLadder, 'state' | 'look_at' | 'call_ticket_id' | 'acknowledged_by' | 'ended_at'>>,
  ): Statement {
    const update = this.#query
      .updateTable('contact_ladder')
      .set(change)
      .where('account_id', '=', seen.account_id)
      .where('cause_id', '=', seen.cause_id)
      .where('state', '=', seen.state)
      .where('look_at', seen.look_at === null ? 'is' : '=', seen.look_at)
      .where('answered_at', seen.answered_at === null ? 'is' : '=', seen.answered_at);
    return statement(update, { expect: 1, refusal: 'looked' });
  }

  /** What the customer answered; the latest counts while the ladder stands. */
  answer(of: { readonly accountId: string; readonly causeId: string }, answer: 'safe' | 'help', at: number): Statement {
    return statement(
      this.#query
        .updateTable('contact_ladder')
        .set({ answer, answered_at: at, look_at: at })
        .where('account_id', '=', of.accountId)
        .where('cause_id', '=', of.causeId)
        .where('ended_at', 'is', null),
    );
  }

  /** The conversation in which the account has last proven who is asking, for telling it there; null where none has. */
  async conversationOf(accountId: string, since: number) {
    const row = await this.#query
      .selectFrom('verification')
      .innerJoin('conversation', 'conversation.id', 'verification.conversation_id')
      .selectAll('conversation')
      .where('verification.account_id', '=', accountId)
      .where('verification.verified_at', '>=', since)
      .orderBy('verification.verified_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  }

  /** Whoever was reached of late, or is being reached, need not be reached for another sign of the same outage. */
  #covering(causeId: 'ticket.id' | 'below.incident_id', now: number) {
    return this.#query
      .selectFrom('contact_ladder')
      .select(sql`1`.as('one'))
      .where('contact_ladder.account_id', '=', sql.ref<string>('account.id'))
      .where((where) =>
        where.or([
          where('contact_ladder.cause_id', '=', sql.ref<string>(causeId)),
          where('contact_ladder.ended_at', 'is', null),
          where.and([
            where('contact_ladder.state', '=', 'acknowledged'),
            where('contact_ladder.ended_at', '>', now - COVERED_MS),
          ]),
        ]),
      );
  }
}
