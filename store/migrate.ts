import { type Migration, Migrator } from 'kysely/migration';
import { type Database, StoreError } from './database.ts';
import * as accounts from './migrations/accounts.ts';
import * as asking from './migrations/asking.ts';
import * as auditChain from './migrations/audit-chain.ts';
import * as billTerms from './migrations/bill-terms.ts';
import * as changedTickets from './migrations/changed-tickets.ts';
import * as customerNotices from './migrations/customer-notices.ts';
import * as deskAssignment from './migrations/desk-assignment.ts';
import * as dutyRoster from './migrations/duty-roster.ts';
import * as firstSchema from './migrations/first-schema.ts';
import * as floor from './migrations/floor.ts';
import * as identities from './migrations/identities.ts';
import * as incidents from './migrations/incidents.ts';
import * as integration from './migrations/integration.ts';
import * as interruptions from './migrations/interruptions.ts';
import * as invoiceRequests from './migrations/invoice-requests.ts';
import * as keptBilling from './migrations/kept-billing.ts';
import * as places from './migrations/places.ts';
import * as providerSignIn from './migrations/provider-sign-in.ts';
import * as ratings from './migrations/ratings.ts';
import * as replyUses from './migrations/reply-uses.ts';
import * as ticketClocks from './migrations/ticket-clocks.ts';
import * as ticketTerms from './migrations/ticket-terms.ts';

/** In order; a migration that has run anywhere is never changed, only followed by another. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-schema': { up: firstSchema.up },
  '0002-ticket-clocks': { up: ticketClocks.up },
  '0003-interruptions': { up: interruptions.up },
  '0004-bill-terms': { up: billTerms.up },
  '0005-integration': { up: integration.up },
  '0006-incidents': { up: incidents.up },
  '0007-customer-notices': { up: customerNotices.up },
  '0008-audit-chain': { up: auditChain.up },
  '0009-desk-assignment': { up: deskAssignment.up },
  '0010-ratings': { up: ratings.up },
  '0011-changed-tickets': { up: changedTickets.up },
  '0012-ticket-terms': { up: ticketTerms.up },
  '0013-duty-roster': { up: dutyRoster.up },
  '0014-asking': { up: asking.up },
  '0015-invoice-requests': { up: invoiceRequests.up },
  '0016-kept-billing': { up: keptBilling.up },
  '0017-identities': { up: identities.up },
  '0018-places': { up: places.up },
  '0019-floor': { up: floor.up },
  '0020-accounts': { up: accounts.up },
  '0021-provider-sign-in': { up: providerSignIn.up },
  '0022-reply-uses': { up: replyUses.up },
};

/** Brings the schema up to date. Several processes may call it at once: the migrator's lock lets one do it. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database.query, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new StoreError('schema', 'the database schema could not be brought up to date', { cause: error });
}
