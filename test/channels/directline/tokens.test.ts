import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { decodeProtectedHeader } from 'jose';
import { LruMap } from '../../../channels/directline/lru-map.ts';
import { SigningKeys } from '../../../channels/directline/signing-keys.ts';
import { Tokens } from '../../../channels/directline/tokens.ts';
import type { Database } from '../../../store/database.ts';
import { migrate } from '../../../store/migrate.ts';
import { SigningKeyRepository } from '../../../store/repositories/signing-key-repository.ts';
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts';

const DAY_MS = 24 * 3600_000;
const CLAIMS = { conversation: 'c-1', user: 'dl_1', widget: true } as const;

describe('Direct Line tokens', () => {
  let folder: string;
  let database: Database;
  let time: number;
  let looks: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokens-'));
    database = openSqlite({ folder, synchronous: 'NORMAL' });
    await migrate(database);
    time = Date.UTC(2026, 10, 24);
    looks = 0;
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  /** Tokens as a process of its own would have them: nothing shared but the database. */
  function process(): Tokens {
    const rows = new SigningKeyRepository(database);
    const keys = new SigningKeys({
      keys: {
        add: (key) => rows.add(key),
        forPurpose: (purpose, since) => {
          looks += 1;
          return rows.forPurpose(purpose, since);
        },
      },
      purpose: 'directline',
      now: () => time,
      newId: () => randomUUID(),
      newSecret: () => randomBytes(32).toString('base64url'),
    });
    return new Tokens({ keys, now: () => time, newId: () => randomUUID() });
  }

  it('say what was put into them', async () => {
    const tokens = process();
    expect(await tokens.verify(await tokens.issue(CLAIMS))).to.deep.equal({ ok: true, claims: CLAIMS });
  });

  it('of one process are good in every other', async () => {
    const [one, other] = [process(), process()];
    expect(await other.verify(await one.issue(CLAIMS))).to.have.property('ok', true);
    expect(await one.verify(await other.issue(CLAIMS))).to.have.property('ok', true);
    const rows = await database.query.selectFrom('signing_key').selectAll().execute();
    expect(rows).to.have.length(1);
  });

  it('are good for an hour, whether they have been seen before or not', async () => {
    const tokens = process();
    const [seen, unseen] = [await tokens.issue(CLAIMS), await tokens.issue({ ...CLAIMS, conversation: 'c-2' })];
    await tokens.verify(seen);
    time += 59 * 60_000;
    expect(await tokens.verify(seen)).to.have.property('ok', true);
    time += 61_000;
    for (const token of [seen, unseen]) expect(await tokens.verify(token)).to.deep.equal({ ok: false, expired: true });
  });

  it('are signed by a new key each month, while the last one’s are still good', async () => {
    const tokens = process();
    const first = await tokens.issue(CLAIMS);
    time += 30 * DAY_MS - 60_000;
    const last = await tokens.issue(CLAIMS);
    time += 120_000;
    const next = await tokens.issue(CLAIMS);
    const kids = [first, last, next].map((token) => decodeProtectedHeader(token).kid);
    expect(kids[0]).to.equal(kids[1]);
    expect(kids[2]).not.to.equal(kids[1]);
    expect(await process().verify(last)).to.have.property('ok', true);
  });

  it('of a key that is not known cost no query each', async () => {
    const [tokens, stranger] = [process(), process()];
    const token = await stranger.issue(CLAIMS);
    const forged = token.replace(/^[^.]+/, Buffer.from('{"alg":"HS256","kid":"made-up"}').toString('base64url'));
    await tokens.verify(token);
    const before = looks;
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => tokens.verify(`${forged}${index}`)));
    expect(new Set(outcomes.map(({ ok }) => ok))).to.deep.equal(new Set([false]));
    expect(looks - before).to.equal(1);
  });

  it('are not good for a stream, nor a stream’s for calls', async () => {
    const tokens = process();
    const [token, stream] = [await tokens.issue(CLAIMS), await tokens.issueForStream(CLAIMS)];
    expect(await tokens.verifyForStream(token)).to.have.property('ok', false);
    expect(await tokens.verify(stream)).to.have.property('ok', false);
    expect(await tokens.verifyForStream(stream)).to.deep.include({ ok: true, claims: CLAIMS });
  });
});

describe('what is remembered of tokens', () => {
  it('is what was asked for last', () => {
    const map = new LruMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).to.deep.equal([1, undefined, 3]);
  });
});
