import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { withoutTotp as withoutSecondFactor } from '../../desk/accounts/own-account.ts';
import { hashPassword } from '../../desk/accounts/password.ts';
import { LONGEST_PASSWORD, PasswordRules, SHORTEST_PASSWORD } from '../../desk/accounts/password-rules.ts';
import { loginKey } from '../../desk/accounts/tries.ts';
import { SKILLS, SPOKEN } from '../../domain/desk/staff-skills.ts';
import { statement } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { CredentialRepository } from '../../store/repositories/credential-repository.ts';
import { ROLES } from '../../web/protocol/desk/staff.ts';
import { readConfig } from '../config.ts';

const USAGE = `Lets people sign in to the desk, and shuts them out. Where the embedded database is used, stop the server first.

  npm run staff -- add LOGIN --name NAME --desk-name "客服 101" --roles agent,dispatcher [--skills fault,billing,zh,en] [--capacity 4]
  npm run staff -- password LOGIN
  npm run staff -- shut LOGIN
  npm run staff -- without-totp LOGIN      takes a second factor away whose owner has lost it
  npm run staff -- list

Roles: ${ROLES.join(', ')}. The password (12 characters at least, and none that is guessed soon) is read from standard input.
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
const passwordSchema = z.string().max(LONGEST_PASSWORD);
const NOBODY = 'there is no such login';
const FAULTS = {
  password_short: `the password must have at least ${SHORTEST_PASSWORD} characters`,
  password_common: 'this password is guessed soon: a few words that do not belong together make a better one',
} as const;

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
  const run = {
    add: () => add(login, values),
    password: () => change(login),
    shut: () => shut(login),
    'without-totp': () => withoutTotp(login),
    list,
  };
  if (!command || !(command in run)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  const { query } = database;
  const audit = new AuditRepository(database);
  const credentials = new CredentialRepository(database);
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
      password_hash: await hashPassword(await readPassword([addition.login, addition.name, addition['desk-name']])),
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
      await database.commit([
        statement(insert, { expect: 1 }),
        noted('staff.added', row.id, { login: row.login, roles: addition.roles }),
      ]),
      `${row.login} can sign in`,
      'that login is taken',
    );
  }

  async function change(name: string): Promise<number> {
    const id = await idOf(name);
    const password_hash = await hashPassword(await readPassword([name]));
    const update = query.updateTable('staff').set({ password_hash, active: 1 }).where('id', '=', id);
    const outcome = await database.commit([
      statement(update, { expect: 1 }),
      credentials.put(id, { must_change: 0, one_time_until: null, changed_at: Date.now() }),
      credentials.forgetTries(loginKey(name.toLowerCase())),
      endSessions(name),
      noted('staff.password_reset', id),
    ]);
    return told(outcome, 'the password is changed, earlier sign-ins have ended', NOBODY);
  }

  async function shut(name: string): Promise<number> {
    const id = await idOf(name);
    const update = query.updateTable('staff').set({ active: 0 }).where('id', '=', id);
    const outcome = await database.commit([
      statement(update, { expect: 1 }),
      endSessions(name),
      noted('staff.disabled', id),
    ]);
    return told(outcome, `${name} can’t sign in any more`, NOBODY);
  }

  async function withoutTotp(name: string): Promise<number> {
    const id = await idOf(name);
    const outcome = await database.commit([
      ...withoutSecondFactor({ repositories: { credentials } }, id),
      endSessions(name),
      ...(id === '' ? [] : [noted('staff.totp_removed', id)]),
    ]);
    return told({ ok: outcome.ok && id !== '' }, 'the second factor is gone, earlier sign-ins have ended', NOBODY);
  }

  /** Empty where there is nobody. */
  async function idOf(name: string): Promise<string> {
    const row = await query.selectFrom('staff').select('id').where('login', '=', name.toLowerCase()).executeTakeFirst();
    return row?.id ?? '';
  }

  function noted(action: string, id: string, detail: Readonly<Record<string, unknown>> = {}) {
    return audit.add({
      id: randomUUID(),
      at: Date.now(),
      actor: 'operator',
      action,
      subject: `staff:${id}`,
      detail,
    });
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

/** `about`: what is known of whose it is to be. */
async function readPassword(about: readonly string[]): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    const password = passwordSchema.parse(line);
    const fault = new PasswordRules().faultOf(password, about);
    if (fault !== null) throw new Error(FAULTS[fault]);
    return password;
  }
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
