import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { hashPassword } from '../../desk/accounts/password.ts';
import { SKILLS, SPOKEN } from '../../domain/desk/staff-skills.ts';
import { statement } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import { ROLES } from '../../web/protocol/desk/staff.ts';
import { readConfig } from '../config.ts';

const USAGE = `Lets people sign in to the desk, and shuts them out. Where the embedded database is used, stop the server first.

  npm run staff -- add LOGIN --name NAME --desk-name "客服 101" --roles agent,dispatcher [--skills fault,billing,zh,en] [--capacity 4]
  npm run staff -- password LOGIN
  npm run staff -- shut LOGIN
  npm run staff -- list

Roles: ${ROLES.join(', ')}. The password (12 characters at least) is read from standard input.
`;

const listOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values as [T, ...T[]])).min(1));
const additionSchema = z.object({
  login: z.string().regex(/^[\w.@-]{2,100}$/, 'letters, digits and . _ @ - only'),
  name: z.string().trim().min(1).max(100),
  'desk-name': z.string().trim().min(1).max(50),
  roles: listOf(ROLES),
  skills: listOf([...SKILLS, ...SPOKEN]).default(['general']),
  capacity: z.coerce.number().int().min(1).max(50).default(4),
});
const passwordSchema = z.string().min(12, 'must have at least 12 characters').max(200);

/** `npm run staff`: the first people of an installation, and forgotten passwords. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      'desk-name': { type: 'string' },
      roles: { type: 'string' },
      skills: { type: 'string' },
      capacity: { type: 'string' },
    },
  });
  const [command, login = ''] = positionals;
  const config = readConfig(process.env, process.cwd());
  const run = { add: () => add(login, values), password: () => change(login), shut: () => shut(login), list };
  if (!command || !(command in run)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  const { query } = database;
  try {
    await migrate(database);
    return await run[command as keyof typeof run]();
  } finally {
    await database.close();
  }

  async function add(name: string, given: object): Promise<number> {
    const addition = additionSchema.parse({ ...given, login: name });
    const row = {
      id: randomUUID(),
      login: addition.login.toLowerCase(),
      name: addition.name,
      desk_name: addition['desk-name'],
      password_hash: await hashPassword(await readPassword()),
      roles: JSON.stringify(addition.roles),
      skills: JSON.stringify(addition.skills),
      capacity: addition.capacity,
      active: 1,
      created_at: Date.now(),
    };
    const insert = query
      .insertInto('staff')
      .values(row)
      .onConflict((conflict) => conflict.doNothing());
    return told(
      await database.commit([statement(insert, { expect: 1 })]),
      `${row.login} can sign in`,
      'that login is taken',
    );
  }

  async function change(name: string): Promise<number> {
    const password_hash = await hashPassword(await readPassword());
    const update = query.updateTable('staff').set({ password_hash, active: 1 }).where('login', '=', name.toLowerCase());
    const outcome = await database.commit([statement(update, { expect: 1 }), endSessions(name)]);
    return told(outcome, 'the password is changed, earlier sign-ins have ended', 'there is no such login');
  }

  async function shut(name: string): Promise<number> {
    const update = query.updateTable('staff').set({ active: 0 }).where('login', '=', name.toLowerCase());
    const outcome = await database.commit([statement(update, { expect: 1 }), endSessions(name)]);
    return told(outcome, `${name} can’t sign in any more`, 'there is no such login');
  }

  function endSessions(name: string) {
    const person = query.selectFrom('staff').select('id').where('login', '=', name.toLowerCase());
    return statement(query.deleteFrom('staff_session').where('staff_id', 'in', person));
  }

  async function list(): Promise<number> {
    const rows = await query.selectFrom('staff').selectAll().orderBy('login').execute();
    for (const { login: own, name, desk_name, roles, active } of rows) {
      const kept = z.array(z.string()).parse(JSON.parse(roles));
      process.stdout.write(
        `${own}\t${name}\t${desk_name}\t${kept.join(',')}\t${active === 1 ? 'active' : 'shut out'}\n`,
      );
    }
    return 0;
  }
}

function told({ ok }: { readonly ok: boolean }, done: string, refused: string): number {
  (ok ? process.stdout : process.stderr).write(`${ok ? done : refused}\n`);
  return ok ? 0 : 1;
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return passwordSchema.parse(line);
  throw new Error('the password is read from standard input');
}

try {
  process.exitCode = await main();
} catch (error) {
  const words =
    error instanceof z.ZodError ? z.prettifyError(error) : String(error instanceof Error ? error.message : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}
