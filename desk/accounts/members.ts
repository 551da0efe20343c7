import type { Statement } from '../../store/database.ts';
import type { Staff, StaffChange, StaffFilter } from '../../store/repositories/staff-repository.ts';
import type { Member, MemberAdd, MemberChange, MemberList, OneTimePassword } from '../../web/protocol/desk/account.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { returnSession } from '../sessions/return-session.ts';
import type { AccountParts } from './account-parts.ts';
import { memberItem } from './member-item.ts';
import { onceCode } from './once-codes.ts';
import { withoutTotp } from './own-account.ts';
import { hashPassword } from './password.ts';
import { AGENTS_GROUP } from './staff-sessions.ts';
import { loginKey } from './tries.ts';

const ONE_TIME_MS = 72 * 60 * 60_000;
const RETURNED_AT_A_TIME = 200;

export type MemberOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unknown_member' | 'member_changed' | 'last_admin' | 'login_taken' };

export interface MembersQuery extends StaffFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of the people at the desk, by login; null where the cursor is none of ours. */
export async function listMembers(parts: AccountParts, query: MembersQuery): Promise<MemberList | null> {
  const { cursor, limit, ...filter } = query;
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  if (after !== undefined && !/^[\w.@-]{1,100}$/.test(after)) return null;
  const found = await parts.repositories.staff.page(filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    members: await itemsOf(parts, page),
    next: found.length > limit && last ? Buffer.from(last.login).toString('base64url') : null,
  };
}

export async function showMember(parts: AccountParts, id: string): Promise<Member | null> {
  const staff = await parts.repositories.staff.byId(id);
  if (!staff) return null;
  const [item] = await itemsOf(parts, [staff]);
  return item ?? null;
}

async function itemsOf({ repositories, now }: AccountParts, rows: readonly Staff[]): Promise<Member[]> {
  const [credentials, tries] = await Promise.all([
    repositories.credentials.ofAll(rows.map(({ id }) => id)),
    repositories.credentials.triesOfAll(rows.map(({ login }) => loginKey(login))),
  ]);
  return rows.map((staff) =>
    memberItem(staff, { credential: credentials.get(staff.id), tries: tries.get(loginKey(staff.login)), now: now() }),
  );
}

/** Adds somebody, who signs in first with the password that is answered. */
export async function addMember(
  parts: AccountParts,
  actor: Actor,
  given: MemberAdd,
): Promise<MemberOutcome<{ readonly member: Member } & OneTimePassword>> {
  const { repositories, database, now, newId } = parts;
  const at = now();
  const once = await oneTimePassword(at);
  const { login, ...fields } = given;
  const row = {
    id: newId(),
    login,
    ...rowOf(fields),
    password_hash: once.hash,
    active: 1,
    created_at: at,
  };
  const added = await database.commit([
    repositories.staff.add(row),
    repositories.credentials.put(row.id, { must_change: 1, one_time_until: once.until }),
    audited(parts, {
      actor: actor.staffId,
      action: 'staff.added',
      subject: `staff:${row.id}`,
      at,
      detail: { login, roles: given.roles },
    }),
  ]);
  const member = added.ok ? await showMember(parts, row.id) : null;
  if (!member) return { kind: 'login_taken' };
  return { kind: 'done', value: { member, oneTimePassword: once.password, until: once.until } };
}

/** Changes who somebody is at the desk. Whoever loses a right loses it with their next call. */
export async function changeMember(
  parts: AccountParts,
  actor: Actor,
  { id, version, ...fields }: MemberChange & { readonly id: string },
): Promise<MemberOutcome<Member>> {
  return change(parts, actor, {
    id,
    version,
    action: 'staff.changed',
    decide: (before) => {
      const after = rowOf(fields);
      return { change: after, detail: differences(before, after) };
    },
  });
}

/** Shuts an account or opens it again. What somebody has goes back to the queue at once, their sign-ins end. */
export async function setMemberActive(
  parts: AccountParts,
  actor: Actor,
  { id, active, version }: { readonly id: string; readonly active: boolean; readonly version: number },
): Promise<MemberOutcome<Member>> {
  const outcome = await change(parts, actor, {
    id,
    version,
    action: active ? 'staff.enabled' : 'staff.disabled',
    decide: () => ({ change: { active: Number(active) }, detail: {} }),
    effects: active ? [] : [parts.repositories.staffSessions.endAllOf(id)],
  });
  if (outcome.kind === 'done' && !active) await takeEverythingBack(parts, id);
  return outcome;
}

/** What whoever looks after the queue does as well, a few seconds later. */
async function takeEverythingBack(parts: AccountParts, id: string): Promise<void> {
  await parts.nerve.leave(AGENTS_GROUP, id);
  const ownerless = await parts.repositories.presence.ownerless(0, RETURNED_AT_A_TIME);
  for (const { id: sessionId, agent_id } of ownerless) {
    if (agent_id === id) await returnSession(parts, { sessionId, from: id, fence: [] });
  }
  tellDesks(parts, { type: 'queue' });
}

/** A new password that is good once; every sign-in of theirs ends. Null where there is nobody of this id. */
export async function resetPassword(parts: AccountParts, actor: Actor, id: string): Promise<OneTimePassword | null> {
  const { repositories, database, now } = parts;
  const staff = await repositories.staff.byId(id);
  if (!staff) return null;
  const at = now();
  const once = await oneTimePassword(at);
  await database.commit([
    repositories.staff.setPassword(id, once.hash),
    repositories.credentials.put(id, { must_change: 1, one_time_until: once.until }),
    repositories.credentials.forgetTries(loginKey(staff.login)),
    repositories.staffSessions.endAllOf(id),
    audited(parts, { actor: actor.staffId, action: 'staff.password_reset', subject: `staff:${id}`, at }),
  ]);
  return { oneTimePassword: once.password, until: once.until };
}

/** Takes a second factor away whose owner has lost it; their sign-ins end. False where there is nobody of this id. */
export async function removeMemberTotp(parts: AccountParts, actor: Actor, id: string): Promise<boolean> {
  const staff = await parts.repositories.staff.byId(id);
  if (!staff) return false;
  await parts.database.commit([
    ...withoutTotp(parts, id),
    parts.repositories.staffSessions.endAllOf(id),
    audited(parts, { actor: actor.staffId, action: 'staff.totp_removed', subject: `staff:${id}`, at: parts.now() }),
  ]);
  return true;
}

/** Lets a login be tried again that waits after too many tries. False where there is nobody of this id. */
export async function unlockMember(parts: AccountParts, actor: Actor, id: string): Promise<boolean> {
  const staff = await parts.repositories.staff.byId(id);
  if (!staff) return false;
  await parts.database.commit([
    parts.repositories.credentials.forgetTries(loginKey(staff.login)),
    audited(parts, { actor: actor.staffId, action: 'staff.unlocked', subject: `staff:${id}`, at: parts.now() }),
  ]);
  return true;
}

interface Deciding {
  readonly id: string;
  readonly version: number;
  readonly action: string;
  readonly decide: (before: Staff) => {
    readonly change: StaffChange;
    readonly detail: Readonly<Record<string, unknown>>;
  };
  readonly effects?: readonly Statement[];
}

async function change(
  parts: AccountParts,
  { staffId: actor }: Actor,
  { id, version, action, decide, effects = [] }: Deciding,
): Promise<MemberOutcome<Member>> {
  const { repositories, database } = parts;
  const before = await repositories.staff.byId(id);
  if (!before) return { kind: 'unknown_member' };
  const decided = decide(before);
  const outcome = await database.commit([
    repositories.staff.lockAdmins(),
    repositories.staff.change(id, version, decided.change),
    ...effects,
    audited(parts, { actor, action, subject: `staff:${id}`, at: parts.now(), detail: decided.detail }),
    repositories.staff.adminIsLeft(),
  ]);
  if (!outcome.ok) return { kind: outcome.refusal === 'last_admin' ? 'last_admin' : 'member_changed' };
  const member = await showMember(parts, id);
  return member ? { kind: 'done', value: member } : { kind: 'unknown_member' };
}

async function oneTimePassword(at: number): Promise<{ password: string; hash: string; until: number }> {
  const password = onceCode();
  return { password, hash: await hashPassword(password), until: at + ONE_TIME_MS };
}

function rowOf({ name, deskName, roles, skills, languages, capacity }: Omit<MemberAdd, 'login'>) {
  return {
    name,
    desk_name: deskName,
    roles: JSON.stringify([...new Set(roles)]),
    skills: JSON.stringify([...new Set([...skills, ...languages])]),
    capacity,
  };
}

/** What the log tells of a change: each column that is another by now, before and after. */
function differences(before: Staff, after: ReturnType<typeof rowOf>): Record<string, unknown> {
  return Object.fromEntries(
    (Object.keys(after) as (keyof typeof after)[])
      .filter((column) => before[column] !== after[column])
      .map((column) => [column, { from: before[column], to: after[column] }]),
  );
}
