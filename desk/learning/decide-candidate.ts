import type { CandidateDecision, StoredCandidate } from '../../store/repositories/candidate-repository.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guessJson } from './guessed-label.ts';
import { type Label, strangeSlot, tidyLabel } from './label.ts';

/** What reviewing works with: no nervous system, so that a command can do it too. */
export type LearningParts = Pick<DeskParts, 'database' | 'repositories' | 'now' | 'newId'>;

export type DecisionOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown_candidate' }
  /** Somebody was faster, or it is not in the state that this is done to. */
  | { readonly kind: 'already_decided' }
  | { readonly kind: 'slot_not_in_text'; readonly slot: string };

/** Says what an open message means. */
export async function labelCandidate(
  parts: LearningParts,
  actor: Pick<Actor, 'staffId'>,
  { id, label }: { readonly id: string; readonly label: Label },
): Promise<DecisionOutcome> {
  const candidate = await parts.repositories.candidates.byId(id);
  if (!candidate) return { kind: 'unknown_candidate' };
  const slot = strangeSlot(candidate.text, label);
  if (slot !== null) return { kind: 'slot_not_in_text', slot };
  const tidy = tidyLabel(label);
  const change = { state: 'labelled', intent: tidy.intent, label: JSON.stringify(tidy) } as const;
  return decide(parts, actor, { id, from: 'open', change, detail: { label: tidy } });
}

/** An open message teaches nothing: it is not asked about again, however often it is said. */
export function discardCandidate(
  parts: LearningParts,
  actor: Pick<Actor, 'staffId'>,
  id: string,
): Promise<DecisionOutcome> {
  return decide(parts, actor, { id, from: 'open', change: { state: 'discarded', label: null }, detail: {} });
}

/** Takes a decision back. The label is forgotten here; the audit log has it. */
export async function reopenCandidate(
  parts: LearningParts,
  actor: Pick<Actor, 'staffId'>,
  id: string,
): Promise<DecisionOutcome> {
  const candidate = await parts.repositories.candidates.byId(id);
  if (!candidate) return { kind: 'unknown_candidate' };
  if (candidate.state === 'open') return { kind: 'already_decided' };
  const { intent } = guessJson.parse(candidate.guess);
  const change = { state: 'open', label: null, intent } as const;
  return decide(parts, actor, { id, from: candidate.state, change, detail: { before: candidate.state } });
}

const ACTIONS = { labelled: 'labelled', discarded: 'discarded', open: 'reopened' } as const;

async function decide(
  parts: LearningParts,
  { staffId }: Pick<Actor, 'staffId'>,
  given: {
    readonly id: string;
    readonly from: StoredCandidate['state'];
    readonly change: Pick<CandidateDecision, 'state' | 'label'> & { readonly intent?: string };
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<DecisionOutcome> {
  const { id, from, change, detail } = given;
  const { candidates } = parts.repositories;
  const at = parts.now();
  const decided =
    change.state === 'open' ? { decided_by: null, decided_at: null } : { decided_by: staffId, decided_at: at };
  const action = `learning.${ACTIONS[change.state]}`;
  const outcome = await parts.database.commit([
    candidates.decide(id, from, { ...change, ...decided }),
    audited(parts, { actor: staffId, action, subject: `learning:${id}`, at, detail }),
  ]);
  if (outcome.ok) return { kind: 'done' };
  return (await candidates.byId(id)) ? { kind: 'already_decided' } : { kind: 'unknown_candidate' };
}
