import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type InterruptionParts, importInterruptions } from '../../desk/imports/import-interruptions.ts';
import { importNetwork } from '../../desk/imports/import-network.ts';
import type { ImportOutcome } from '../../desk/imports/import-outcome.ts';
import { importLandmarks, importPaymentPoints, type PlaceImportParts } from '../../desk/imports/import-places.ts';
import { importPlannedOutages, type PlannedOutageParts } from '../../desk/imports/import-planned-outages.ts';
import type { ImportProblem } from '../../desk/imports/import-problem.ts';
import { importRoster, type RosterParts } from '../../desk/imports/import-roster.ts';
import { placeTerms } from '../../desk/imports/place-terms.ts';
import type { ImportFile } from '../../desk/imports/read-records.ts';
import { loadGazetteer } from '../../nlu/places/gazetteer.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { DutyRepository } from '../../store/repositories/duty-repository.ts';
import { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import { LandmarkRepository } from '../../store/repositories/landmark-repository.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import { PlaceRevision } from '../../store/repositories/place-revision.ts';
import { StaffRepository } from '../../store/repositories/staff-repository.ts';
import { IMPORT_LANGUAGES, type ImportWords, importWordsOf } from '../../strings/import/import-words.ts';
import { readConfig } from '../config.ts';
import { readProfile } from '../read-profile.ts';

/** Taken from the machine's locale unless it is said. */
const MACHINE_LANGUAGE = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
const WRONG_USE = 2;

type Parts = PlannedOutageParts & InterruptionParts & RosterParts & PlaceImportParts;
type Import = (parts: Parts, file: ImportFile) => Promise<ImportOutcome>;
const IMPORTS: ReadonlyMap<string, Import> = new Map<string, Import>([
  ['planned-outages', importPlannedOutages],
  ['network', importNetwork],
  ['interruptions', importInterruptions],
  ['roster', importRoster],
  ['payment-points', importPaymentPoints],
  ['landmarks', importLandmarks],
]);

const optionsSchema = z.object({
  check: z.boolean().default(false),
  language: z.enum(IMPORT_LANGUAGES, '--language: zh, en').default(MACHINE_LANGUAGE),
});

/** `npm run import`: what the utility knows of its network, of the work that it plans, and of who is on duty. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, language: { type: 'string' } },
  });
  const { check, language } = optionsSchema.parse(values);
  const words = importWordsOf(language);
  const [what = '', path, ...rest] = positionals;
  const run = IMPORTS.get(what);
  if (!run || path === undefined || rest.length > 0) {
    process.stderr.write(words.usage);
    return WRONG_USE;
  }
  const file = readFile(path);
  if (!file) {
    process.stderr.write(`${words.unreadable(path)}\n`);
    return WRONG_USE;
  }
  return tell(await withParts(check, (parts) => run(parts, file)), words);
}

function readFile(path: string): ImportFile | null {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    return null;
  }
}

async function withParts(checkOnly: boolean, use: (parts: Parts) => Promise<ImportOutcome>) {
  const config = readConfig(process.env, process.cwd());
  const { profile } = readProfile(config);
  const areaCodes = new Set(
    loadGazetteer().towns.flatMap((town) => [town.code, ...town.villages.map((village) => village.code)]),
  );
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  try {
    await migrate(database);
    return await use({
      database,
      audit: new AuditRepository(database),
      network: new NetworkRepository(database),
      outages: new OutageRepository(database),
      interruptions: new InterruptionRepository(database),
      duties: new DutyRepository(database),
      staff: new StaffRepository(database),
      now: Date.now,
      newId: randomUUID,
      actor: 'operator',
      checkOnly,
      timeZone: profile.timeZone,
      areaCodes,
      points: new PaymentPointRepository(database),
      landmarks: new LandmarkRepository(database),
      revision: new PlaceRevision(database),
      places: placeTerms(profile, { areaCodes, now: Date.now() }),
    });
  } finally {
    await database.close();
  }
}

function tell(outcome: ImportOutcome, words: ImportWords): number {
  if (outcome.kind === 'refused') {
    for (const problem of outcome.problems) process.stderr.write(`${lineOf(problem, words)}\n`);
    process.stderr.write(`${words.refused(outcome.problems.length)}\n`);
    return 1;
  }
  const checked = outcome.kind === 'checked' ? `${words.checked}\n` : '';
  process.stdout.write(`${checked}${words.counts(outcome)}\n`);
  return 0;
}

function lineOf({ line, field, code, value }: ImportProblem, words: ImportWords): string {
  const what = `${words.problems[code]}${value === undefined ? '' : words.value(value)}`;
  return words.problem({ line, field, what });
}

try {
  process.exitCode = await main();
} catch (error) {
  const words =
    error instanceof z.ZodError ? z.prettifyError(error) : String(error instanceof Error ? error.message : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = WRONG_USE;
}
