import { type ReplyMoment, type ReplyNeed, suggestReplies } from '../../domain/desk/suggest-replies.ts';
import type { ReplyUseRepository } from '../../store/repositories/reply-use-repository.ts';
import { CANNED_REPLIES } from '../../strings/replies/canned-replies.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import type { SessionReplies } from '../../web/protocol/desk/session-help.ts';
import type { DeskParts } from '../desk-parts.ts';
import { readSummary } from './session-summary.ts';

/** Sendings longer ago say nothing of what is wanted today. */
const REMEMBERED_MS = 180 * 24 * 60 * 60_000;
/** Scripts and languages that are written in traditional characters. */
const TRADITIONAL: ReadonlySet<string> = new Set(['zh-Hant', 'yue']);

export interface SessionReplyParts extends DeskParts {
  readonly replyUses: ReplyUseRepository;
  readonly toTraditional: ToTraditional;
}

/** Canned replies for a session, with those to suggest just now; null where there is no such session. */
export async function showReplies(parts: SessionReplyParts, sessionId: string): Promise<SessionReplies | null> {
  const moment = await momentOf(parts, sessionId);
  if (!moment) return null;
  const { language, ...given } = moment;
  const shown = CANNED_REPLIES.map(({ id, skill, title, text }) => ({
    ...{ id, skill, title },
    text: language === 'en' ? text.en : TRADITIONAL.has(language) ? parts.toTraditional(text.zh) : text.zh,
  }));
  return {
    suggested: suggestReplies(CANNED_REPLIES, given).map((one) => ({ ...one, reasons: [...one.reasons] })),
    replies: shown,
  };
}

async function momentOf(
  { repositories, replyUses, understand, now }: SessionReplyParts,
  sessionId: string,
): Promise<(ReplyMoment & { readonly language: string }) | null> {
  const [listed, stored] = await Promise.all([
    repositories.sessions.byId(sessionId),
    repositories.conversations.session(sessionId),
  ]);
  if (!listed || !stored) return null;
  const [said, uses, words] = await Promise.all([
    replyUses.inSession(sessionId),
    listed.intent === null ? new Map<string, number>() : replyUses.inMatter(listed.intent, now() - REMEMBERED_MS),
    repositories.lastWords.of([listed]),
  ]);
  const last = words.get(listed.conversation_id);
  const intents = [listed.intent, last?.author === 'customer' ? understand(last.preview).intent : null];
  const summary = readSummary(stored.summary);
  return {
    skill: listed.skill,
    language: listed.language ?? 'zh-Hans',
    intents: intents.filter((one) => one !== null),
    mood: summary.mood?.mood ?? null,
    danger: listed.severity === 'P1',
    begun: stored.first_response_at !== null,
    holds: new Set(needsOf(summary)),
    said,
    uses,
  };
}

function needsOf({ ticketNumbers, gathered, account }: ReturnType<typeof readSummary>): ReplyNeed[] {
  return [
    ticketNumbers.length > 0 ? 'ticket' : 'no_ticket',
    ...(gathered.place === undefined ? (['no_place'] as const) : []),
    ...(account === null && gathered.account_number === undefined ? (['no_account'] as const) : []),
  ];
}
