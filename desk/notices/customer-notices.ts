import { z } from 'zod';
import { FAULT_CLASSES } from '../../domain/faults/fault-facts.ts';
import { type Eta, type Matter, type News, newsOf, type Told, toldAfter } from '../../domain/notices/news-of.ts';
import { type Pending, planNotice } from '../../domain/notices/plan-notice.ts';
import type { NoticeTerms } from '../../domain/utility-profile.ts';
import type { Database, Statement } from '../../store/database.ts';
import { jsonText } from '../../store/json-text.ts';
import type { Followed, FollowerRepository } from '../../store/repositories/follower-repository.ts';
import type { Transcript } from '../../store/transcript.ts';
import { TICKET_NEWS, type TicketNews } from '../../web/protocol/notices.ts';

export interface CustomerNoticesParts {
  readonly database: Database;
  readonly followers: FollowerRepository;
  readonly transcript: Transcript;
  readonly terms: NoticeTerms;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: () => number;
  /** Something in the conversation waits for the bot. */
  readonly wake: (conversationId: string) => void;
}

const AT_A_TIME = 100;
/** Pages of conversations in one look; what is left waits for the next. */
const MOST_PAGES = 10;
/** Looks may be late, and other processes' clocks may differ. */
const OVERLAP_MS = 30_000;

/**
 * Tells customers what has become of what they reported. The event that wakes the bot and the record of what was told
 * stand in one commit, so that a restart, or two processes at once, tell it once all the same; how it is said is the bot's.
 */
export class CustomerNotices {
  readonly #parts: CustomerNoticesParts;
  /** At first all that are open: a process may have died between a change and its look. */
  #incidentsSeenAt = 0;

  constructor(parts: CustomerNoticesParts) {
    this.#parts = parts;
  }

  /** Called again and again. */
  async look(): Promise<void> {
    const { database, followers, now } = this.#parts;
    const at = now();
    await database.commit([followers.incidentsChanged(this.#incidentsSeenAt - OVERLAP_MS, at)]);
    this.#incidentsSeenAt = at;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const conversations = await followers.toLookAt(now(), AT_A_TIME);
      // Commits that are asked for together share a write to the disk.
      await Promise.all(conversations.map((id) => this.#lookAt(id)));
      if (conversations.length < AT_A_TIME) return;
    }
  }

  async #lookAt(conversationId: string): Promise<void> {
    const { database, followers, terms, timeZone, now } = this.#parts;
    const [all, listener] = await Promise.all([
      followers.pendingOf(conversationId),
      followers.listener(conversationId),
    ]);
    const at = now();
    const looked = all.map((followed) => lookedAt(followed, at));
    const silent = looked.filter(({ news }) => news === null);
    if (silent.length > 0) await database.commit(silent.map((one) => this.#settle(one, at, false)));
    const pending = looked.filter(hasNews);
    const plan = planNotice(pending.map(pendingOf), listener, { terms, timeZone, now: at });
    if (plan.kind === 'wait') {
      await database.commit(pending.map(({ followed }) => followers.wait(followed, plan.until)));
    } else if (plan.kind === 'tell') await this.#tell(conversationId, pending, at);
  }

  /** Where it was refused, something has changed or another process has told it: it is looked at again if need be. */
  async #tell(conversationId: string, pending: readonly WithNews[], at: number): Promise<void> {
    const { database, transcript, wake } = this.#parts;
    const event = { type: 'event', name: TICKET_NEWS, value: newsValue(pending) };
    const row = { author: 'system' as const, at, handling: 'pending' as const, body: JSON.stringify(event) };
    const { ok } = await database.commit([
      ...transcript.append(conversationId, [row]),
      ...pending.map((one) => this.#settle(one, at, true)),
    ]);
    if (ok) wake(conversationId);
  }

  #settle({ followed, matter, told }: LookedAt, at: number, tells: boolean): Statement {
    const change = {
      told: JSON.stringify(toldAfter(told, matter, at)),
      last_told_at: tells ? at : followed.last_told_at,
    };
    return this.#parts.followers.told(followed, change);
  }
}

interface LookedAt {
  readonly followed: Followed;
  readonly told: Told;
  readonly matter: Matter;
  readonly news: News | null;
}
type WithNews = LookedAt & { readonly news: News };

const toldSchema = jsonText().pipe(
  z.object({
    stage: z.enum(['received', 'accepted', 'crew', 'restored', 'over']),
    etaAt: z.number().nullable(),
  }),
);
const factsSchema = jsonText().pipe(
  z.looseObject({
    class: z.enum(FAULT_CLASSES),
    hazards: z.array(z.string()),
    people: z.array(z.string()),
    no_power: z.boolean(),
  }),
);

function lookedAt(followed: Followed, now: number): LookedAt {
  const { ticket, incident } = followed;
  const told = toldSchema.parse(followed.told);
  const matter = { state: ticket.state, resolvedAt: ticket.resolved_at, eta: newer(etaOf(ticket), etaOf(incident)) };
  return { followed, told, matter, news: newsOf(told, matter, now) };
}

function hasNews(one: LookedAt): one is WithNews {
  return one.news !== null;
}

function etaOf({ eta_at, eta_source, eta_set_at }: Followed['incident']): Eta | null {
  if (eta_at === null || eta_source === null || eta_set_at === null) return null;
  return { at: eta_at, source: eta_source, setAt: eta_set_at };
}

/** The last word counts, whether it was said of the ticket or of its incident. */
function newer(left: Eta | null, right: Eta | null): Eta | null {
  if (!left || !right) return left ?? right;
  return right.setAt > left.setAt ? right : left;
}

function pendingOf({ followed }: WithNews): Pending {
  const { ticket, changed_at, at_night } = followed;
  return { changedAt: changed_at ?? 0, danger: isDanger(ticket), atNight: at_night === 1 };
}

function isDanger({ severity, facts }: Followed['ticket']): boolean {
  const known = facts === null ? null : (factsSchema.safeParse(facts).data ?? null);
  return severity === 'P1' || (known !== null && known.hazards.length > 0);
}

function newsValue(pending: readonly WithNews[]): TicketNews {
  return {
    matters: pending.map(({ followed, news }) => ({
      ticketId: followed.ticket_id,
      number: followed.ticket.number,
      place: followed.ticket.place,
      noPower: followed.ticket.facts !== null && (factsSchema.safeParse(followed.ticket.facts).data?.no_power ?? false),
      news,
    })),
    danger: pending.some(({ followed }) => isDanger(followed.ticket)),
    atNight: pending.every(({ followed }) => followed.at_night === 1),
  };
}
