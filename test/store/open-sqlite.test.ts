import { expect } from 'chai';
import { StoreError } from '../../store/database.ts';
import { CommitThread } from '../../store/sqlite/commit-thread.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { temporaryFolder } from '../support/server-process.ts';

const codeOf = (error: unknown) => (error instanceof StoreError ? error.code : error);

describe('the embedded database', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('keeps a second door shut until the first is closed', async () => {
    const first = openSqlite({ folder: folder.path });
    expect(() => openSqlite({ folder: folder.path })).to.throw(StoreError, 'in use by another process');
    await first.close();
    const second = openSqlite({ folder: folder.path });
    await second.ping();
    await second.close();
  });

  it('refuses commits once it is closed', async () => {
    const database = openSqlite({ folder: folder.path });
    await database.close();
    expect(await database.commit([]).then(() => 'written', codeOf)).to.equal('closed');
  });

  it('says that it can’t write where its writer could not begin', async () => {
    const thread = new CommitThread({ file: `${folder.path}/no/such/folder.db`, synchronous: 'FULL' });
    expect(await thread.commit([]).then(() => 'written', codeOf)).to.be.oneOf(['engine', 'closed']);
    expect(await thread.commit([]).then(() => 'written', codeOf)).to.be.oneOf(['engine', 'closed']);
  });
});
