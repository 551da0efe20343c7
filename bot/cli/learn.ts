import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import {
  type DecisionOutcome,
  discardCandidate,
  type LearningParts,
  labelCandidate,
  reopenCandidate,
} from '../../desk/learning/decide-candidate.ts';
import { exportLabelled } from '../../desk/learning/export-labelled.ts';
import { guessedLabel, guessJson } from '../../desk/learning/guessed-label.ts';
import { labelSchema } from '../../desk/learning/label.ts';
import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { CANDIDATE_REASONS, CANDIDATE_STATES } from '../../domain/learning/candidate.ts';
import { jsonText } from '../../store/json-text.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import type { StoredCandidate } from '../../store/repositories/candidate-repository.ts';
import { readConfig } from '../config.ts';

const USAGE = `Messages that the bot did not understand, or that the desk put right: to be looked through, labelled and trained with.
Where the embedded database is used, stop the server first; the desk does the same while it runs.

  npm run learn -- list [--state open|labelled|discarded] [--reason REASON] [--language LANGUAGE] [--intent INTENT] [--limit 50]
  npm run learn -- label ID [--intent INTENT] [--language LANGUAGE] [--slots JSON] [--fault JSON|null]
  npm run learn -- discard ID
  npm run learn -- reopen ID
  npm run learn -- export FILE

What a label does not name stays as the bot has guessed it or the desk has corrected it. Reasons: ${CANDIDATE_REASONS.join(', ')}.
`;

/** Whoever may run commands on the machine. */
const OPERATOR = { staffId: 'operator' };

const listSchema = z.object({
  state: z.enum(CANDIDATE_STATES).default('open'),
  reason: z.enum(CANDIDATE_REASONS).optional(),
  language: z.enum(LANGUAGES).optional(),
  intent: z.enum(INTENTS).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
});
const labelOptions = z.object({
  intent: z.string().optional(),
  language: z.string().optional(),
  slots: jsonText().optional(),
  fault: jsonText().optional(),
});

/** `npm run learn`: the same that reviewers do at the desk. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      reason: { type: 'string' },
      language: { type: 'string' },
      intent: { type: 'string' },
      slots: { type: 'string' },
      fault: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  const [command, subject] = positionals;
  if (!command || !COMMANDS.has(command) || (command !== 'list' && !subject)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig(process.env, process.cwd());
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  try {
    await migrate(database);
    const parts = { database, repositories: openDeskRepositories(database), now: Date.now, newId: randomUUID };
    return (await COMMANDS.get(command)?.(parts, subject ?? '', values)) ?? 2;
  } finally {
    await database.close();
  }
}

type Command = (parts: LearningParts, subject: string, values: Readonly<Record<string, unknown>>) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['list', list],
  ['label', label],
  ['discard', async (parts, id) => told(await discardCandidate(parts, OPERATOR, id), 'discarded')],
  ['reopen', async (parts, id) => told(await reopenCandidate(parts, OPERATOR, id), 'open again')],
  ['export', exportTo],
]);

async function list({ repositories }: LearningParts, _subject: string, values: object): Promise<number> {
  const found = await repositories.candidates.page(listSchema.parse(values));
  for (const candidate of found) process.stdout.write(`${lineOf(candidate)}\n`);
  return 0;
}

/** What is needed to decide: id, how often, why, and what the bot has made of it. */
function lineOf({ id, times, reason, language, intent, guess, text }: StoredCandidate): string {
  const { confidence } = guessJson.parse(guess);
  return [id, times, reason, language, intent, confidence.toFixed(2), text].join('\t');
}

async function label(parts: LearningParts, id: string, values: object): Promise<number> {
  const candidate = await parts.repositories.candidates.byId(id);
  if (!candidate) return told({ kind: 'unknown_candidate' }, '');
  const whole = labelSchema.parse({ ...guessedLabel(candidate), ...labelOptions.parse(values) });
  return told(await labelCandidate(parts, OPERATOR, { id, label: whole }), `labelled ${whole.intent}`);
}

async function exportTo(parts: LearningParts, file: string): Promise<number> {
  const { lines, count } = await exportLabelled(parts, OPERATOR);
  writeFileSync(file, lines);
  process.stdout.write(`${count} labelled messages in ${file}\n`);
  return 0;
}

function told(outcome: DecisionOutcome, done: string): number {
  if (outcome.kind === 'done') process.stdout.write(`${done}\n`);
  else process.stderr.write(`${wordsOf(outcome)}\n`);
  return outcome.kind === 'done' ? 0 : 1;
}

function wordsOf(outcome: Exclude<DecisionOutcome, { kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'unknown_candidate':
      return 'there is no such message';
    case 'already_decided':
      return 'that is decided already, or was never: see list --state';
    case 'slot_not_in_text':
      return `${outcome.slot}: these words do not stand in the text (numbers stand as masks, as long as they were)`;
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
