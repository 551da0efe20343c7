import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CHAIN_COLUMNS, chainCsvLine, chainLine, readChainLines } from '../../desk/audit/chain-lines.ts';
import { type AuditVerdict, examineLinks, linksOf, verifyAudit } from '../../desk/audit/verify-audit.ts';
import { CSV_START } from '../../desk/csv-file.ts';
import type { ChainFault, ChainHead } from '../../domain/audit/examine-chain.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { readConfig } from '../config.ts';

const USAGE = `The audit log and its chain of hashes. Where the embedded database is used, stop the server first, or look at a copy.

  npm run audit -- verify [--head SEQ:HASH]      the whole chain against the log, and what has yet to be chained
  npm run audit -- verify --file FILE.jsonl      the same of an export, without a database
  npm run audit -- export FILE.jsonl|FILE.csv    all that is chained, in the order of the chain

--head, once or more: what an earlier look printed, kept elsewhere. Exit code 1 where something is broken.
`;

const headSchema = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/, '--head: SEQ:HASH, as verify prints it')
  .transform((text): ChainHead => ({ seq: Number(text.split(':')[0]), hash: text.split(':')[1] ?? '' }));

/** `npm run audit`: whether the audit log is whole, and a copy of it. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { head: { type: 'string', multiple: true }, file: { type: 'string' } },
  });
  const [command, to, ...rest] = positionals;
  if (command === 'verify' && to === undefined) {
    const heads = z.array(headSchema).parse(values.head ?? []);
    if (values.file !== undefined) return told(await verifyFile(values.file, heads));
    return told(await withChain((chain) => verifyAudit(chain, heads)));
  }
  if (command === 'export' && to !== undefined && /\.(jsonl|csv)$/.test(to) && rest.length === 0) {
    return withChain((chain) => exportTo(chain, to));
  }
  process.stderr.write(USAGE);
  return 2;
}

async function withChain<T>(use: (chain: AuditChainRepository) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, process.cwd());
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  try {
    await migrate(database);
    return await use(new AuditChainRepository(database));
  } finally {
    await database.close();
  }
}

type Told = Omit<AuditVerdict, 'unchained'> & Partial<Pick<AuditVerdict, 'unchained'>>;

function verifyFile(path: string, heads: readonly ChainHead[]): Promise<Told> {
  return examineLinks(readChainLines(createInterface({ input: createReadStream(path) })), heads);
}

async function exportTo(chain: AuditChainRepository, path: string): Promise<number> {
  const asCsv = path.endsWith('.csv');
  let count = 0;
  async function* lines() {
    if (asCsv) yield `${CSV_START}${CHAIN_COLUMNS}`;
    for await (const link of linksOf(chain)) {
      count += 1;
      yield asCsv ? chainCsvLine(link) : chainLine(link);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  process.stdout.write(`${count} chained entries in ${path}\n`);
  return 0;
}

function told({ links, head, faults, firstFaults, unchained, late }: Told): number {
  const broken = faults > 0 || (unchained?.vanished ?? 0) > 0;
  const lines = [
    `${links} links looked through`,
    ...(unchained ? [tailLine(unchained)] : []),
    ...(late.count === 0
      ? []
      : [`${late.count} chained more than an hour after they say, the first at ${late.firstSeq}`]),
    `head ${head.seq}:${head.hash}`,
    broken ? 'BROKEN' : 'whole',
  ];
  for (const fault of firstFaults) process.stderr.write(`${wordsOf(fault)}\n`);
  if (faults > firstFaults.length) process.stderr.write(`… and ${faults - firstFaults.length} more\n`);
  if (unchained && unchained.vanished > 0) {
    process.stderr.write(`${unchained.vanished} entries were taken out before they were chained\n`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return broken ? 1 : 0;
}

function tailLine({ count, oldestAt, oldestId }: AuditVerdict['unchained']): string {
  if (oldestAt === null) return 'nothing has yet to be chained';
  return `${count} have yet to be chained, since ${new Date(oldestAt).toISOString()} (${oldestId})`;
}

function wordsOf(fault: ChainFault): string {
  switch (fault.kind) {
    case 'links_missing':
      return `link ${fault.seq}: missing, with those up to the next`;
    case 'entry_missing':
      return `link ${fault.seq}: its entry ${fault.entryId} is gone from the log`;
    case 'altered':
      return `link ${fault.seq}: entry ${fault.entryId}, or the link before, is not what was chained`;
    case 'head_lost':
      return `link ${fault.seq}: not the one that --head tells: cut off, or made anew`;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const words =
    error instanceof z.ZodError ? z.prettifyError(error) : String(error instanceof Error ? error.message : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}
