import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import { AuditChainer } from '../../desk/audit/audit-chainer.ts';
import { verifyAudit } from '../../desk/audit/verify-audit.ts';
import { Claims } from '../../store/claims.ts';
import * as auditChain from '../../store/migrations/audit-chain.ts';
import * as firstSchema from '../../store/migrations/first-schema.ts';
import * as ratings from '../../store/migrations/ratings.ts';
import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { BARE_ENGINES } from './bare-engines.ts';

for (const [name, open] of Object.entries(BARE_ENGINES)) {
  describe(`audit entries and ratings from before the chain on ${name}`, () => {
    it('stay as they are, are chained too, and are told as chained late', async function () {
      const bare = await open();
      if (!bare) return this.skip();
      const { database, clear } = bare;
      try {
        const bareQuery = database.query as Kysely<unknown>;
        await firstSchema.up(bareQuery);
        for (const id of ['a', 'b', 'c']) {
          await sql`insert into audit (id, at, actor, action, subject, detail)
            values (${id}, 7, 'staff', 'looked', 'ticket:1', '{}')`.execute(database.query);
        }
        await sql`insert into rating (session_id, conversation_id, score, created_at) values ('s', 'c', 4, 7)`.execute(
          database.query,
        );
        await auditChain.up(bareQuery);
        await ratings.up(bareQuery);
        const chain = new AuditChainRepository(database);
        const parts = { database, chain, claims: new Claims(database), holder: 'test', now: () => 10_000_000 };
        const failures: unknown[] = [];
        await new AuditChainer(parts, { failed: (error) => failures.push(error), chained: () => undefined }).look();
        expect(failures).to.deep.equal([]);
        const { links, faults, unchained, late } = await verifyAudit(chain, []);
        expect({ links, faults, unchained: unchained.count, late: late.count }).to.deep.equal({
          ...{ links: 3, faults: 0, unchained: 0, late: 3 },
        });
        const kept = await database.query.selectFrom('rating').select(['score', 'seq']).execute();
        expect(kept).to.deep.equal([{ score: 4, seq: null }]);
      } finally {
        await database.close();
        await clear();
      }
    });
  });
}
