import { type Kysely, type Selectable, sql } from 'kysely';
import type { LadderCall } from '../../domain/notices/contact-ladder.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { IncidentTable } from '../tables/incident-tables.ts';
import type { ContactLadderTable } from '../tables/notice-tables.ts';
import type { Tables } from '../tables.ts';
import { type AtRisk, darkByIncidents, darkByTickets, OPEN_INCIDENTS, openOutages } from './dark-accounts.ts';

export type ContactLadder = Selectable<ContactLadderTable>;

/** A ladder with what its next step needs to know. */
export interface LookedAtLadder extends ContactLadder {
  readonly phone: string;
  readonly name: string;
  readonly address: string;
  /** Supply is back, or there was no fault after all; and no other open outage touches the account. */
  readonly causeOver: boolean;
  readonly call: LadderCall | null;
}

/** Who has said that they are safe is not asked of another outage so soon. */
const COVERED_MS = 2 * 3_600_000;

/** The steps by which accounts registered for life support are reached. */
export class ContactLadderRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Of open outages that are reported for the account itself, or for more than its premises at the same service device. */
  touchedByTickets(now: number, limit: number): Promise<AtRisk[]> {
    return darkByTickets(this.#query)
      .where(({ not, exists }) => not(exists(this.#covering('ticket.id', now))))
      .limit(limit)
      .execute();
  }

  /** Of open incidents above the account. */
  touchedByIncidents(now: number, limit: number): Promise<AtRisk[]> {
    return darkByIncidents(this.#query)
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
      .leftJoin('incident_ticket as joined', 'joined.ticket_id', 'ticket.id')
      .leftJoin('ticket as call', 'call.id', 'ladder.call_ticket_id')
      .selectAll('ladder')
      .select(['customer.phone', 'customer.name', 'premises.address'])
      .select(['ticket.resolved_at', 'ticket.closed_at', 'incident.state as incident_state'])
      .select('joined.incident_id as around_id')
      .select(['call.id as call_id', 'call.state as call_state'])
      .select(['call.closed_at as call_closed_at', 'call.responsible_id as call_responsible_id'])
      .where('ladder.look_at', 'is not', null)
      .where('ladder.look_at', '<=', now)
      .orderBy('ladder.look_at')
      .limit(limit)
      .execute();
    const goesOn = await this.#goingOn(rows.filter(ownCauseOver));
    return rows.map((row) => {
      const { resolved_at, closed_at, incident_state, around_id, ...rest } = row;
      const { call_id, call_state, call_closed_at, call_responsible_id, ...ladder } = rest;
      const cancelled = call_state === 'cancelled';
      const call = { closedAt: call_closed_at, cancelled, responsibleId: call_responsible_id };
      const causeOver = ownCauseOver(row) && !goesOn(row);
      return { ...ladder, causeOver, call: call_id === null ? null : call };
    });
  }

  /** Of ladders whose cause is over, those whose account is dark all the same: it was merged into another, or told of twice. */
  async #goingOn(over: readonly CauseState[]): Promise<(row: CauseState) => boolean> {
    if (over.length === 0) return () => false;
    const accountIds = over.map(({ account_id }) => account_id);
    const [byTickets, byIncidents, outages] = await Promise.all([
      darkByTickets(this.#query)
        .where('account.id', 'in', accountIds)
        .where(({ not, exists }) => not(exists(this.#reached('ticket.id'))))
        .execute(),
      darkByIncidents(this.#query)
        .where('account.id', 'in', accountIds)
        .where(({ not, exists }) => not(exists(this.#reached('below.incident_id'))))
        .execute(),
      openOutages(
        this.#query,
        over.flatMap((row) => outageOf(row) ?? []),
      ),
    ]);
    const dark = new Set([...byTickets, ...byIncidents].map(({ accountId }) => accountId));
    return (row) => dark.has(row.account_id) || outages.has(outageOf(row) ?? '');
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

  /**
   * What the customer answered; the latest counts while the ladder stands. Whoever asks for help is heard whatever has become
   * of it: another that stands for the account takes the answer, or else it is begun again.
   */
  answer(of: { readonly accountId: string; readonly causeId: string }, answer: 'safe' | 'help', at: number): Statement {
    const update = this.#query
      .updateTable('contact_ladder')
      .set({ answer, answered_at: at, look_at: at })
      .where('account_id', '=', of.accountId);
    if (answer === 'safe') return statement(update.where('cause_id', '=', of.causeId).where('ended_at', 'is', null));
    const begunAgain = update.set({
      state: sql<ContactLadder['state']>`case when ended_at is null then state else 'messaged' end`,
      ended_at: null,
      acknowledged_by: null,
    });
    return statement(
      begunAgain.where(({ or, and, eb, not, exists, selectFrom }) =>
        or([
          eb('ended_at', 'is', null),
          and([
            eb('cause_id', '=', of.causeId),
            not(
              exists(
                selectFrom('contact_ladder as other')
                  .select(sql`1`.as('one'))
                  .where('other.account_id', '=', of.accountId)
                  .where('other.ended_at', 'is', null),
              ),
            ),
          ]),
        ]),
      ),
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

  /** Whoever was reached for this very sign need not be reached again. */
  #reached(causeId: 'ticket.id' | 'below.incident_id') {
    return this.#query
      .selectFrom('contact_ladder')
      .select(sql`1`.as('one'))
      .where('contact_ladder.account_id', '=', sql.ref<string>('account.id'))
      .where('contact_ladder.cause_id', '=', sql.ref<string>(causeId))
      .where('contact_ladder.state', '=', 'acknowledged');
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

/** A ladder with what tells whether its cause is over. */
interface CauseState extends Pick<ContactLadder, 'account_id' | 'cause_kind' | 'cause_id'> {
  readonly resolved_at: number | null;
  readonly closed_at: number | null;
  readonly incident_state: IncidentTable['state'] | null;
  /** The incident that the ticket belongs to. */
  readonly around_id: string | null;
}

function ownCauseOver({ cause_kind, resolved_at, closed_at, incident_state }: CauseState): boolean {
  if (cause_kind === 'ticket') return resolved_at !== null || closed_at !== null;
  return !OPEN_INCIDENTS.some((state) => state === incident_state);
}

/** The incident by which it may go on: the cause itself, or that of a ticket that nobody has restored. */
function outageOf({ cause_kind, cause_id, resolved_at, around_id }: CauseState): string | null {
  if (cause_kind === 'incident') return cause_id;
  return resolved_at === null ? around_id : null;
}
