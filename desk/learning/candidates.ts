import { z } from 'zod';
import { jsonText } from '../../store/json-text.ts';
import type {
  CandidateFilter,
  CandidatePosition,
  StoredCandidate,
} from '../../store/repositories/candidate-repository.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import { type LearningItem, type LearningList, learningLabelSchema } from '../../web/protocol/desk/learning.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteLook } from '../look-log.ts';
import { guessJson, suggestionJson } from './guessed-label.ts';

export interface CandidateQuery extends CandidateFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of messages to learn from, what is said most first; null where the cursor is none of ours. */
export async function listCandidates(
  parts: DeskParts,
  actor: Actor,
  { cursor, limit, ...filter }: CandidateQuery,
): Promise<LearningList | null> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null) return null;
  const { candidates, staff } = parts.repositories;
  await noteLook(parts, actor, 'learning');
  const [found, counts] = await Promise.all([
    candidates.page({ ...filter, after, limit: limit + 1 }),
    candidates.counts(),
  ]);
  const page = found.slice(0, limit);
  const names = await staff.namesOf(page.flatMap(({ decided_by }) => decided_by ?? []));
  const last = page.at(-1);
  return {
    candidates: page.map((candidate) => itemOf(candidate, names)),
    counts,
    next: found.length > limit && last ? writeCursor(last) : null,
  };
}

/** One of them; null where there is none. */
export async function showCandidate(parts: DeskParts, actor: Actor, id: string): Promise<LearningItem | null> {
  const { candidates, staff } = parts.repositories;
  const candidate = await candidates.byId(id);
  if (!candidate) return null;
  await noteLook(parts, actor, 'learning');
  return itemOf(candidate, await staff.namesOf(candidate.decided_by === null ? [] : [candidate.decided_by]));
}

const labelJson = jsonText().pipe(learningLabelSchema);

function itemOf(candidate: StoredCandidate, names: ReadonlyMap<string, Pick<Staff, 'name'>>): LearningItem {
  const { decided_by, suggestion, label } = candidate;
  return {
    id: candidate.id,
    text: candidate.text,
    language: candidate.language,
    reason: candidate.reason,
    intent: candidate.intent,
    times: candidate.times,
    firstAt: candidate.first_at,
    lastAt: candidate.last_at,
    sessionId: candidate.session_id,
    model: candidate.model,
    guess: guessJson.parse(candidate.guess),
    suggestion: suggestion === null ? null : suggestionJson.parse(suggestion),
    state: candidate.state,
    label: label === null ? null : labelJson.parse(label),
    decidedBy: decided_by && (names.get(decided_by)?.name ?? decided_by),
    decidedAt: candidate.decided_at,
  };
}

function writeCursor({ times, last_at, id }: CandidatePosition): string {
  return Buffer.from(`${times}.${last_at}.${id}`).toString('base64url');
}

const positionSchema = z.tuple([z.coerce.number().int(), z.coerce.number().int(), z.string().regex(/^[\w-]{1,64}$/)]);

function readCursor(cursor: string): CandidatePosition | null {
  const parsed = positionSchema.safeParse(Buffer.from(cursor, 'base64url').toString().split('.')).data;
  if (!parsed?.every((part) => typeof part === 'string' || Number.isSafeInteger(part))) return null;
  const [times, last_at, id] = parsed;
  return { times, last_at, id };
}
