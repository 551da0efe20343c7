import { AuditChainer } from '../../desk/audit/audit-chainer.ts';
import { Claims } from '../../store/claims.ts';
import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';

/** A process that does nothing but chain the audit log in DATA_DIR, over and over, to be killed in the middle. */
const database = openSqlite({ folder: process.env.DATA_DIR ?? '', synchronous: 'NORMAL' });
const parts = {
  database,
  chain: new AuditChainRepository(database),
  claims: new Claims(database),
  holder: 'embedded',
  now: Date.now,
};
const chainer = new AuditChainer(parts, {
  failed: (error) => process.stderr.write(`${String(error)}\n`),
  chained: () => undefined,
});
process.on('SIGTERM', () => {
  void chainer.stop().then(() => database.close());
});
process.stdout.write('ready here\n');
chainer.start();
await chainer.look();
