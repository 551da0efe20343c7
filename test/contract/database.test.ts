import { expect } from 'chai';
import { sql } from 'kysely';
import { type Database, StoreError, statement } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { template } from '../../store/template.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

for (const engine of ENGINES) {
  describe(`a database on ${engine.name}`, () => {
    let opened: OpenEngine | null;
    let database: Database;
    before(async function () {
      opened = await engine.open();
      if (!opened) return this.skip();
      database = opened.database;
    });
    after(async () => opened?.close());

    const insert = (id: string, text = 'x', at = 1) =>
      statement(database.query.insertInto('sms').values({ id, phone: '1', text, created_at: at }), { expect: 1 });
    const ids = async (prefix: string) =>
      (
        await database.query.selectFrom('sms').select('id').where('id', 'like', `${prefix}%`).orderBy('id').execute()
      ).map(({ id }) => id);

    it('writes all statements of a commit and returns the rows they return', async () => {
      const query = database.query
        .insertInto('sms')
        .values({ id: 'a2', phone: '1', text: 'y', created_at: 2 })
        .returning(['id', 'created_at']);
      const outcome = await database.commit([insert('a1'), statement(query, { expect: 1 })]);
      expect(outcome).to.deep.equal({ ok: true, rows: [[], [{ id: 'a2', created_at: 2 }]] });
      expect(await ids('a')).to.deep.equal(['a1', 'a2']);
    });

    it('writes nothing where a statement does not touch the rows it must, and says which and why', async () => {
      const update = database.query.updateTable('sms').set({ text: 'z' }).where('id', '=', 'nobody');
      const outcome = await database.commit([
        insert('b1'),
        statement(update, { expect: 1, refusal: 'gone' }),
        insert('b2'),
      ]);
      expect(outcome).to.deep.equal({ ok: false, index: 1, refusal: 'gone' });
      expect(await ids('b')).to.deep.equal([]);
    });

    it('counts an insert that met a conflict as no row', async () => {
      await database.commit([insert('c1')]);
      const again = database.query
        .insertInto('sms')
        .values({ id: 'c1', phone: '1', text: 'again', created_at: 1 })
        .onConflict((conflict) => conflict.doNothing());
      expect(await database.commit([insert('c2'), statement(again, { expect: 1, refusal: 'known' })])).to.deep.equal({
        ok: false,
        index: 1,
        refusal: 'known',
      });
      expect(await ids('c')).to.deep.equal(['c1']);
    });

    it('rejects with StoreError where a statement fails, and goes on serving', async () => {
      const broken = database.commit([insert('d1'), insert('d1'), insert('d2')]);
      const error = await broken.then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error).to.be.instanceOf(StoreError);
      expect((error as StoreError).code).to.equal('engine');
      expect(await ids('d')).to.deep.equal([]);
      expect((await database.commit([insert('d3')])).ok).to.equal(true);
    });

    it('keeps commits that are made at once apart', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          index % 3 === 0
            ? database.commit([
                insert(`e${index}`),
                statement(database.query.deleteFrom('sms').where('id', '=', 'nobody'), { expect: 1 }),
              ])
            : database.commit([insert(`e${index}`)]),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).to.have.length(40);
      expect(await ids('e')).to.have.length(40);
    });

    it('keeps milliseconds, text of every script and bytes as they are', async () => {
      const at = 1_795_500_000_123;
      const text = '停电了 ⚡ 粵語 \u0001 "quoted"';
      await database.commit([insert('f1', text, at)]);
      const row = await database.query.selectFrom('sms').selectAll().where('id', '=', 'f1').executeTakeFirstOrThrow();
      expect(row).to.deep.equal({ id: 'f1', phone: '1', text, created_at: at });
      const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
      const attachment = {
        id: 'f2',
        conversation_id: 'c',
        name: 'n',
        content_type: 't',
        size: 256,
        sha256: 's',
        bytes,
        created_at: at,
      };
      await database.commit([statement(database.query.insertInto('attachment').values(attachment), { expect: 1 })]);
      const kept = await database.query
        .selectFrom('attachment')
        .select('bytes')
        .where('id', '=', 'f2')
        .executeTakeFirstOrThrow();
      expect([...kept.bytes]).to.deep.equal([...bytes]);
    });

    it('refuses values that no column may hold', () => {
      const query = database.query
        .insertInto('sms')
        .values({ id: 'g', phone: '1', text: 'x', created_at: new Date() as never });
      expect(() => statement(query)).to.throw(StoreError, 'Date');
      const nothing = database.query
        .insertInto('sms')
        .values({ id: 'g', phone: '1', text: 'x', created_at: Number.NaN });
      expect(() => statement(nothing)).to.throw(StoreError);
    });

    it('binds a template as often as it is asked', async () => {
      const bind = template<{ id: string; at: number }>(
        (p) =>
          database.query
            .insertInto('sms')
            .values({ id: p('id'), phone: '2', text: sql<string>`upper('t')`, created_at: p('at') }),
        { expect: 1 },
      );
      await database.commit([bind({ id: 'h1', at: 1 }), bind({ id: 'h2', at: 2 })]);
      const rows = await database.query
        .selectFrom('sms')
        .select(['id', 'text', 'created_at'])
        .where('phone', '=', '2')
        .orderBy('id')
        .execute();
      expect(rows).to.deep.equal([
        { id: 'h1', text: 'T', created_at: 1 },
        { id: 'h2', text: 'T', created_at: 2 },
      ]);
    });

    it('is migrated once, however often it is asked', async () => {
      await Promise.all([migrate(database), migrate(database)]);
      await database.ping();
    });
  });
}
