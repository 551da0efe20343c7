import { expect } from 'chai';
import { sql } from 'kysely';
import { AuditChainer } from '../../desk/audit/audit-chainer.ts';
import { exportAudit } from '../../desk/audit/audit-export.ts';
import { listAudit } from '../../desk/audit/audit-list.ts';
import { openAuditParts } from '../../desk/audit/audit-parts.ts';
import { verifyAudit } from '../../desk/audit/verify-audit.ts';
import type { ChainHead } from '../../domain/audit/examine-chain.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { Claims } from '../../store/claims.ts';
import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import type { Tables } from '../../store/tables.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`the audit log on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    beforeEach(async function () {
      const store = await engine.open();
      if (!store) return this.skip();
      opened = new DeskRig(store);
    });
    afterEach(() => opened?.close());

    function desk(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }
    let ids = 0;
    async function wrote(count: number, more: Partial<Tables['audit']> = {}): Promise<string[]> {
      const rows = Array.from({ length: count }, () => {
        ids += 1;
        const id = `entry-${String(ids).padStart(6, '0')}`;
        return { id, at: desk().now, actor: 'a', action: 'looked', subject: 'ticket:1', detail: '{"n":"灯"}', ...more };
      });
      await bulkInsert(desk().database, 'audit', rows);
      return rows.map(({ id }) => id);
    }
    const chainRepository = () => new AuditChainRepository(desk().database);
    const failures: unknown[] = [];
    function chainer(holder = 'one', heads: ChainHead[] = []): AuditChainer {
      const { database } = desk();
      const parts = { database, chain: chainRepository(), claims: new Claims(database), holder, now: () => desk().now };
      return new AuditChainer(parts, { failed: (error) => failures.push(error), chained: (head) => heads.push(head) });
    }
    const verify = (...heads: readonly ChainHead[]) => verifyAudit(chainRepository(), heads);
    /** As somebody does who owns the database. */
    async function tamper(text: string): Promise<void> {
      const { database } = desk();
      const tables = ['audit', 'audit_link'];
      const off =
        database.engine === 'postgres'
          ? tables.map((table) => `alter table ${table} disable trigger ${table}_append_only`)
          : tables.flatMap((table) =>
              ['update', 'delete', 'replace'].map((what) => `drop trigger if exists ${table}_no_${what}`),
            );
      for (const one of [...off, text]) await sql.raw(one).execute(database.query);
    }

    it('cannot be changed, emptied, deleted from or replaced in, nor can its chain', async () => {
      await wrote(1);
      await chainer().look();
      const { query, engine: kind } = desk().database;
      const tries = [
        "update audit set actor = 'b'",
        'delete from audit',
        "update audit_link set hash = 'b'",
        'delete from audit_link',
        ...(kind === 'postgres' ? ['truncate audit', 'truncate audit_link'] : []),
        ...(kind === 'sqlite'
          ? [
              'insert or replace into audit select id, at, actor, action, subject, \'{"forged":1}\' from audit',
              "insert or replace into audit_link select seq, entry_id, chained_at, 'b' from audit_link",
            ]
          : []),
      ];
      for (const text of tries) {
        const refused = await sql
          .raw(text)
          .execute(query)
          .then(
            () => 'taken',
            (error: unknown) => String(error),
          );
        expect(refused, text).to.include('is append-only');
      }
      expect(await verify()).to.include({ faults: 0, links: 1 });
    });

    it('is chained behind those who write, in order of time, and tells what has yet to be', async () => {
      const later = await wrote(2, { at: RIG_NOW + 5 });
      const earlier = await wrote(1);
      expect((await verify()).unchained).to.deep.equal({
        count: 3,
        oldestAt: RIG_NOW,
        oldestId: earlier[0],
        vanished: 0,
      });
      const heads: ChainHead[] = [];
      await chainer('one', heads).look();
      const links = await chainRepository().links(0, 10);
      expect(links.map(({ entryId }) => entryId)).to.deep.equal([...earlier, ...later]);
      expect(heads.map(({ seq }) => seq)).to.deep.equal([3]);
      await wrote(1);
      const verdict = await verify(...heads);
      expect(verdict).to.include({ faults: 0, links: 3 });
      expect(verdict.unchained.count).to.equal(1);
      expect(verdict.late.count).to.equal(0);
    });

    it('is chained by one of several who try at once, each entry once', async () => {
      await wrote(1300);
      await Promise.all(Array.from({ length: 4 }, (_, index) => chainer(`p${index}`).look()));
      // Those who came too late for the claim had nothing left to do.
      expect(await verify()).to.deep.include({ faults: 0, links: 1300 });
      expect(failures).to.deep.equal([]);
    });

    it('is not chained by a process whose claim another has taken meanwhile', async () => {
      await wrote(1);
      const { database } = desk();
      const claims = new Claims(database);
      await claims.claim('audit-chain', { holder: 'two', now: RIG_NOW, forMs: 15_000 });
      await chainer('one').look();
      expect(await verify()).to.include({ links: 0 });
      expect(await database.commit([claims.fence('audit-chain', 'one')])).to.include({ ok: false, refusal: 'claim' });
      desk().now += 15_001;
      await chainer('one').look();
      expect(await verify()).to.include({ links: 1, faults: 0 });
    });

    for (const [what, text, kind, seq] of [
      ['changed', "update audit set actor = 'b' where id = 'ID'", 'altered', 4],
      ['changed in its detail alone', `update audit set detail = '{"n": "灯"}' where id = 'ID'`, 'altered', 4],
      ['back-dated', "update audit set at = at - 1 where id = 'ID'", 'altered', 4],
      ['deleted', "delete from audit where id = 'ID'", 'entry_missing', 4],
      ['deleted with its link', "delete from audit_link where entry_id = 'ID'", 'links_missing', 4],
      [
        'given another hash',
        "update audit_link set hash = replace(hash, substr(hash, 1, 1), 'x') where entry_id = 'ID'",
        'altered',
        4,
      ],
    ] as const) {
      it(`shows an entry that was ${what}, though the triggers were taken away`, async () => {
        const entries = await wrote(9);
        await chainer().look();
        await tamper(text.replace('ID', entries[3] ?? ''));
        const { faults, firstFaults } = await verify();
        expect(faults).to.be.at.least(1);
        expect(firstFaults[0]).to.include({ kind, seq });
      });
    }

    it('shows that its end was cut off to those who kept a head, and what vanished before it was chained', async () => {
      await wrote(5);
      const heads: ChainHead[] = [];
      await chainer('one', heads).look();
      await tamper('delete from audit_link where seq > 3');
      await sql
        .raw("delete from audit where id > 'entry' and id not in (select entry_id from audit_link)")
        .execute(desk().database.query);
      expect(await verify()).to.include({ faults: 0, links: 3 });
      expect((await verify(...heads)).firstFaults).to.deep.equal([{ kind: 'head_lost', seq: 5 }]);
      const [waiting] = await wrote(1);
      await sql`delete from audit where id = ${waiting}`.execute(desk().database.query);
      expect((await verify()).unchained).to.include({ count: 0, vanished: 1 });
    });

    it('counts what was written long after the moment that it tells', async () => {
      await wrote(2);
      await wrote(1, { at: RIG_NOW - 2 * 60 * 60_000 });
      await chainer().look();
      expect((await verify()).late).to.deep.equal({ count: 1, firstSeq: 1 });
    });

    it('is read by page, newest first, by person, action, subject and time', async () => {
      await wrote(4);
      await wrote(2, {
        actor: 'b',
        at: RIG_NOW + 1000,
        subject: 'session:2',
        action: 'session.closed',
        detail: '{"note":"x"}',
      });
      await chainer().look();
      await wrote(1, { at: RIG_NOW + 2000 });
      const reader = await desk().hire(['admin']);
      const parts = openAuditParts(desk().parts);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const outcome = await listAudit(parts, reader, { cursor, limit: 3, subject: 'ticket:1' });
        if (outcome.kind !== 'list') throw new Error(outcome.kind);
        seen.push(...outcome.list.entries.map(({ id }) => id));
        cursor = outcome.list.next ?? undefined;
      } while (cursor !== undefined);
      expect(seen).to.have.length(5);
      expect(seen).to.deep.equal(seen.toSorted().toReversed());
      const one = await listAudit(parts, reader, {
        limit: 10,
        actor: 'b',
        from: RIG_NOW + 1000,
        before: RIG_NOW + 1001,
      });
      if (one.kind !== 'list') throw new Error(one.kind);
      expect(one.list.entries).to.have.length(2);
      expect(one.list.entries[0]).to.deep.include({ action: 'session.closed', detail: {}, seq: 6 });
      expect((await listAudit(parts, reader, { limit: 1, cursor: 'bad' })).kind).to.equal('invalid_cursor');
      expect(await desk().audited('audit'), 'reading it stands in it').to.deep.equal([`${reader.staffId} looked`]);
    });

    it('tells who looked at a customer’s matters, by the number of the account', async () => {
      const served = await desk().serve();
      const other = await desk().serve();
      const { database, parts } = desk();
      await bulkInsert(database, 'account', [
        {
          id: 'A1',
          number: '0312345678901234',
          customer_id: 'C',
          premises_id: 'P',
          tariff: 'residential_tiered',
          state: 'active',
          opened_at: 0,
          free_kwh: 0,
        },
      ]);
      await bulkInsert(database, 'verification', [
        {
          id: 'V1',
          conversation_id: served.conversationId,
          account_number: '0312345678901234',
          account_id: 'A1',
          code_hash: '',
          tries: 0,
          created_at: 0,
          expires_at: 0,
          verified_at: 1,
        },
      ]);
      for (const subject of [
        `session:${served.sessionId}`,
        `conversation:${served.conversationId}`,
        `session:${other.sessionId}`,
      ]) {
        await wrote(1, { subject });
      }
      const reader = await desk().hire(['quality']);
      const outcome = await listAudit(openAuditParts(parts), reader, { limit: 10, account: '0312345678901234' });
      if (outcome.kind !== 'list') throw new Error(outcome.kind);
      expect(outcome.list.entries.map(({ subject }) => subject)).to.have.members([
        // Of whoever is reading.
        'account:A1',
        `session:${served.sessionId}`,
        `conversation:${served.conversationId}`,
      ]);
      expect((await listAudit(openAuditParts(parts), reader, { limit: 1, account: '99999999' })).kind).to.equal(
        'unknown_account',
      );
      const taken = { format: 'csv', query: { account: '0312345678901234', action: 'looked' } } as const;
      expect(await exportAudit(openAuditParts(parts), reader, taken)).to.include({ kind: 'file' });
      const again = await listAudit(openAuditParts(parts), reader, { limit: 10, account: '0312345678901234' });
      if (again.kind !== 'list') throw new Error(again.kind);
      const looks = again.list.entries.filter(({ subject }) => subject === 'account:A1');
      expect(looks.map(({ actor, action }) => [actor.id, action])).to.have.deep.members([
        [reader.staffId, 'looked'],
        [reader.staffId, 'audit.exported'],
      ]);
      const written = await database.query.selectFrom('audit').selectAll().execute();
      expect(JSON.stringify(written)).to.not.include('0312345678901234');
    });
  });
}
