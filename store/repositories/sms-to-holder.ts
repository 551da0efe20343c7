import { type Kysely, sql } from 'kysely';
import { type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';

export interface SmsText {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A text message to the telephone registered with an account, if there is one: whether, and which, is not read. */
export function smsToHolder(
  query: Kysely<Tables>,
  account: { readonly column: 'account.number' | 'account.id'; readonly value: string },
  { id, text, now }: SmsText,
): Statement {
  const send = query
    .insertInto('sms')
    .columns(['id', 'phone', 'text', 'created_at'])
    .expression((eb) =>
      eb
        .selectFrom('account')
        .innerJoin('customer', 'customer.id', 'account.customer_id')
        .select([
          sql<string>`cast(${id} as text)`.as('id'),
          'customer.phone',
          sql<string>`cast(${text} as text)`.as('text'),
          sql<number>`cast(${now} as bigint)`.as('created_at'),
        ])
        .where(account.column, '=', account.value),
    );
  return statement(send);
}
