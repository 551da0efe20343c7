import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { ChatBindingTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type ChatBinding = Selectable<ChatBindingTable>;
export type BindingEnd = NonNullable<ChatBinding['ended_by']>;

/** Of whom a channel says that they are there. */
export interface ChatUser {
  readonly channel: string;
  readonly userId: string;
}

/** One that stands, and whether it still may: why not, where it may not. */
export interface FoundBinding {
  readonly id: string;
  readonly accountId: string;
  readonly accountNumber: string | null;
  readonly since: number;
  readonly until: number;
  readonly over: BindingEnd | null;
}

/** Chat accounts that are remembered as a customer's. */
export class BindingRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** The one that stands, held against the account as it is now. */
  async of({ channel, userId }: ChatUser, now: number): Promise<FoundBinding | undefined> {
    const row = await this.#query
      .selectFrom('chat_binding')
      .leftJoin('account', 'account.id', 'chat_binding.account_id')
      .leftJoin('customer', 'customer.id', 'account.customer_id')
      .selectAll('chat_binding')
      .select(['account.number', 'customer.phone'])
      .where('channel', '=', channel)
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, account_id, number, phone, phone_hash, created_at, expires_at } = row;
    const isSamePhone = phone !== null && phoneHash(id, phone) === phone_hash;
    const over =
      number === null ? 'account_gone' : isSamePhone ? (now < expires_at ? null : 'expired') : 'phone_changed';
    return { id, accountId: account_id, accountNumber: number, since: created_at, until: expires_at, over };
  }

  /** In place of one that stands; null where the account has no telephone any more. Refused as `binding` where another was just made. */
  async begin(
    binding: ChatUser & {
      readonly id: string;
      readonly accountId: string;
      readonly now: number;
      readonly until: number;
    },
  ): Promise<Statement[] | null> {
    const { id, accountId, channel, userId, now, until } = binding;
    const customer = await this.#query
      .selectFrom('account')
      .innerJoin('customer', 'customer.id', 'account.customer_id')
      .select('customer.phone')
      .where('account.id', '=', accountId)
      .executeTakeFirst();
    if (!customer) return null;
    const replace = this.#query
      .updateTable('chat_binding')
      .set({ ended_at: now, ended_by: 'replaced' })
      .where('channel', '=', channel)
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null);
    const insert = this.#query
      .insertInto('chat_binding')
      .values({
        ...{ id, channel, user_id: userId, account_id: accountId, phone_hash: phoneHash(id, customer.phone) },
        ...{ created_at: now, expires_at: until, ended_at: null, ended_by: null },
      })
      .onConflict((conflict) => conflict.doNothing());
    return [statement(replace), statement(insert, { expect: 1, refusal: 'binding' })];
  }

  /** Nothing where it has ended already. */
  end(id: string, by: BindingEnd, now: number): Statement {
    return statement(
      this.#query
        .updateTable('chat_binding')
        .set({ ended_at: now, ended_by: by })
        .where('id', '=', id)
        .where('ended_at', 'is', null),
    );
  }
}

function phoneHash(id: string, phone: string): string {
  return createHash('sha256').update(`${id} ${phone}`).digest('hex');
}
