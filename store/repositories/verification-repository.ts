import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { VerificationTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { smsToHolder } from './sms-to-holder.ts';

export type Verification = Selectable<VerificationTable>;

export interface NewVerification {
  readonly conversationId: string;
  readonly accountNumber: string;
  readonly codeHash: string;
  readonly now: number;
  readonly expiresAt: number;
  /** The text message that brings the code. */
  readonly sms: { readonly id: string; readonly text: string };
}

const LATEST = 30;

/**
 * Proofs of who is asking. Whether an account exists is not read when a code is sent: account and telephone are looked up
 * by the statements themselves, so both cases do the same work and nothing can tell them apart.
 */
export class VerificationRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  byId(id: string): Promise<Verification | undefined> {
    return this.#query.selectFrom('verification').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The latest of an account number, whoever asked, newest first. */
  ofAccountNumber(accountNumber: string): Promise<Verification[]> {
    return this.#latest().where('account_number', '=', accountNumber).execute();
  }

  /** The latest of a conversation, newest first. */
  ofConversation(conversationId: string): Promise<Verification[]> {
    return this.#latest().where('conversation_id', '=', conversationId).execute();
  }

  /**
   * Sends a code to the telephone registered with the account, if there is one. Ids count up by account number: where two
   * conversations ask at once one of them is refused as `verification`, and its turn sees the other's code.
   */
  open(id: string, given: NewVerification): Statement[] {
    const { accountNumber, sms, now } = given;
    const open = this.#query
      .insertInto('verification')
      .values(({ selectFrom }) => ({
        id,
        conversation_id: given.conversationId,
        account_number: accountNumber,
        account_id: selectFrom('account').select('id').where('number', '=', accountNumber),
        code_hash: given.codeHash,
        tries: 0,
        created_at: now,
        expires_at: given.expiresAt,
        verified_at: null,
      }))
      .onConflict((conflict) => conflict.doNothing());
    const send = smsToHolder(this.#query, { column: 'account.number', value: accountNumber }, { ...sms, now });
    return [statement(open, { expect: 1, refusal: 'verification' }), send];
  }

  /** The id for the next verification of an account number. `known`: its latest ones. */
  nextId(accountNumber: string, known: readonly Verification[]): string {
    const last = Math.max(0, ...known.map(({ id }) => Number(id.slice(id.lastIndexOf('.') + 1))));
    return `${accountNumber}.${last + 1}`;
  }

  /** Counts a wrong try. */
  failed({ id, tries }: Verification): Statement {
    const update = this.#query
      .updateTable('verification')
      .set({ tries: tries + 1 })
      .where('id', '=', id)
      .where('tries', '=', tries);
    return statement(update, { expect: 1, refusal: 'verification' });
  }

  /** The code was right. It can't be used again. */
  passed(id: string, now: number): Statement {
    const update = this.#query
      .updateTable('verification')
      .set({ verified_at: now })
      .where('id', '=', id)
      .where('verified_at', 'is', null);
    return statement(update, { expect: 1, refusal: 'verification' });
  }

  #latest() {
    return this.#query.selectFrom('verification').selectAll().orderBy('created_at', 'desc').limit(LATEST);
  }
}
