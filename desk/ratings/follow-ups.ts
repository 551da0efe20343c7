import { z } from 'zod';
import { type FollowUpMove, type FollowUpState, judgeFollowUp } from '../../domain/ratings/follow-up.ts';
import { jsonText } from '../../store/json-text.ts';
import type { FollowUpEntry, FollowUpEvent } from '../../store/repositories/follow-up-repository.ts';
import type { FollowUpItem, FollowUpList } from '../../web/protocol/desk/rating.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import { noteLook } from '../look-log.ts';
import { readTimeCursor, writeTimeCursor } from '../time-cursor.ts';
import type { RatingParts } from './rating-parts.ts';

export interface FollowUpQuery {
  readonly open: boolean;
  /** Only those that the reader answers for. */
  readonly mine: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Low ratings to look into, newest first; null where the cursor is none of ours. Nobody is shown one of their own. */
export async function listFollowUps(
  parts: RatingParts,
  actor: Actor,
  query: FollowUpQuery,
): Promise<FollowUpList | null> {
  const { open, mine, cursor, limit } = query;
  const position = cursor === undefined ? undefined : readTimeCursor(cursor);
  if (position === null) return null;
  await noteLook(parts, actor, 'ratings');
  const after = position && { opened_at: position.at, session_id: position.id };
  const filter = { open, notOf: actor.staffId, ...(mine ? { responsibleId: actor.staffId } : {}) };
  const found = await parts.followUps.page(filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    followUps: await itemsOf(parts, page),
    supervisors: await supervisorsOf(parts),
    next: found.length > limit && last ? writeTimeCursor({ at: last.opened_at, id: last.session_id }) : null,
  };
}

export type FollowUpOutcomeOfMove =
  | 'done'
  | 'unknown_follow_up'
  | 'follow_up_changed'
  | 'follow_up_over'
  | 'unknown_staff';

/** Takes one in hand, hands it on to another supervisor, or closes it with what came of it; once, against the version that was read. */
export async function moveFollowUp(
  parts: RatingParts,
  actor: Actor,
  { sessionId, version, move }: { readonly sessionId: string; readonly version: number; readonly move: FollowUpMove },
): Promise<FollowUpOutcomeOfMove> {
  const found = await parts.followUps.byId(sessionId);
  if (!found || found.agent_id === actor.staffId) return 'unknown_follow_up';
  const judged = judgeFollowUp({ state: found.state, responsibleId: found.responsible_id }, move);
  if (judged === 'over') return 'follow_up_over';
  if (judged !== 'allowed' || found.version !== version) return 'follow_up_changed';
  if (move.to === 'handed_on' && !(await mayAnswer(parts, move.staffId, found.agent_id))) return 'unknown_staff';
  const at = parts.now();
  const { change, type, data } = changeOf(move, { by: actor.staffId, from: found.responsible_id, at });
  const outcome = await parts.database.commit([
    ...parts.followUps.amend(found, change, { at, actor: actor.staffId, type, data }),
    audited(parts, {
      actor: actor.staffId,
      action: `rating.${move.to}`,
      subject: `rating:${sessionId}`,
      at,
      detail: data,
    }),
  ]);
  return outcome.ok ? 'done' : 'follow_up_changed';
}

/** Whoever takes it in hand answers for it from then on. */
function changeOf(move: FollowUpMove, { by, from, at }: { by: string; from: string | null; at: number }) {
  const was = from === null ? {} : { from };
  switch (move.to) {
    case 'in_hand':
      return told('in_hand', { state: 'in_hand', responsible_id: by }, { ...was, to: by });
    case 'handed_on':
      return told('responsible', { responsible_id: move.staffId }, { ...was, to: move.staffId });
    case 'closed': {
      const { outcome, note } = move;
      return told('closed', { state: 'closed', responsible_id: by, outcome, closed_at: at }, { outcome, note });
    }
  }
}

type Change = Parameters<RatingParts['followUps']['amend']>[1];

function told(type: FollowUpEntry['type'], change: Change & { state?: FollowUpState }, data: FollowUpEntry['data']) {
  return { type, change, data };
}

async function mayAnswer(parts: RatingParts, staffId: string, rated: string | null): Promise<boolean> {
  return staffId !== rated && (await supervisorsOf(parts)).some(({ id }) => id === staffId);
}

const roleList = jsonText().pipe(z.array(z.string()));

async function supervisorsOf({ repositories }: RatingParts): Promise<FollowUpList['supervisors']> {
  const staff = await repositories.staff.active();
  return staff.flatMap(({ id, name, roles }) => (roleList.parse(roles).includes('supervisor') ? [{ id, name }] : []));
}

type Rows = Awaited<ReturnType<RatingParts['followUps']['page']>>;
const dataJson = jsonText().pipe(z.record(z.string(), z.unknown()));

async function itemsOf({ followUps, repositories }: RatingParts, rows: Rows): Promise<FollowUpItem[]> {
  const events = await followUps.events(rows.map(({ session_id }) => session_id));
  const people = [...rows.flatMap((row) => [row.agent_id, row.responsible_id]), ...events.flatMap(staffIn)];
  const names = await repositories.staff.namesOf(people.flatMap((id) => id ?? []));
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  const person = (id: string | null) => (id === null ? null : { id, name: nameOf(id) });
  return rows.map((row) => ({
    sessionId: row.session_id,
    state: row.state,
    responsible: person(row.responsible_id),
    outcome: row.outcome,
    version: row.version,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    score: row.score,
    words: row.words,
    agent: person(row.agent_id),
    team: row.skill,
    intent: row.intent,
    disposition: row.disposition,
    history: events
      .filter(({ session_id }) => session_id === row.session_id)
      .map((event) => ({
        at: event.at,
        actor: nameOf(event.actor),
        type: event.type,
        data: dataJson.parse(event.data),
        names: Object.fromEntries(staffIn(event).map((id) => [id, nameOf(id)])),
      })),
  }));
}

/** Who acted, and who answered for it before and after. */
function staffIn({ actor, data }: FollowUpEvent): string[] {
  const { from, to } = dataJson.parse(data);
  return [actor, from, to].filter((id) => typeof id === 'string');
}
