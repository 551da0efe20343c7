import type { Hazard, PersonAtRisk } from '../domain/faults/fault-facts.ts';
import type { Language } from '../domain/language.ts';
import type { SessionSummary } from '../web/protocol/desk/session.ts';
import type { FaultValues } from './faults/fault-values.ts';
import type { Offer } from './offer.ts';
import type { LastPlaces } from './places/last-places.ts';

/** That somebody has shown that an account is theirs. */
export interface Verification {
  readonly accountId: string;
  /** Masked. */
  readonly number: string;
  readonly lastUsedAt: number;
  /** A code to the registered phone, the utility's website, or an earlier wish to be remembered in this chat. */
  readonly by: 'code' | 'site' | 'binding';
  /** When it ends though it is used; null where only idling ends it. */
  readonly until: number | null;
}

/** What the bot remembers of a conversation between turns, beside the dialog stack. Kept with a version: a deploy in the middle of a conversation must not break it. */
export interface Memory {
  readonly version: 1;
  /** Null while nobody has said anything that tells it. */
  language: Language | null;
  greeted: boolean;
  /** The service session that the rest belongs to; another one starts afresh. Null between two of them, and before the first. */
  sessionId: string | null;
  /** Dangers for which the safety words were said in this session. */
  hazardsTold: (Hazard | PersonAtRisk)[];
  /** In this session, or to one who has come and not said anything yet. */
  bannersTold: string[];
  /** Turns in a row that were not understood. */
  misunderstood: number;
  /** The message before, where it was not understood: its key among those to learn from, and whether a choice was offered. */
  unclear?: { key: string; asked: boolean } | null;
  /** What the last reply offered to choose from. */
  offers: Offer[];
  /** The last reply's words, to say again. */
  lastWords: string;
  verified: Verification | null;
  /** The period of the bill that was last explained in this session. */
  explained?: string | null;
  /** The period of the bill that was last shown in this session. */
  shownBill?: string | null;
  /** What was asked the cost of, with what has been corrected since, to be reckoned anew with the customer's own usage. */
  whatIf?: string | null;
  /** Places to pay that were last asked for in this session, so that more can be asked of them. */
  lastPlaces?: LastPlaces;
  /** The fault reported in this session, so that more can be said of it. */
  lastFault: FaultValues | null;
  /** A report that ended with supply, but for one circuit: what to go on with where somebody is to come after all. */
  leftFault?: FaultValues | null;
  /** Photos that came before it was said what they show. */
  photos?: string[];
  /** A closed session that may be rated. */
  toRate: string | null;
  /** Tickets of which it was asked whether they are put right, the one that is being asked about first. */
  restoredAsked?: { number: string; noPower: boolean; askedAt: number }[];
  /** Whether they have power was asked, and has not been answered. */
  powerAsked?: { questionId: string; accountId: string; incidentId: string; feederId: string; expiresAt: number };
  /** Whether they may be asked so was offered in this conversation. */
  askingOffered?: boolean;
  /** The ticket whose news this conversation hears, of the fault that it last added to. */
  following?: string;
  summary: SessionSummary;
}

export const EMPTY_SUMMARY: SessionSummary = {
  intent: null,
  firstWords: null,
  handoffReason: null,
  fault: null,
  severity: null,
  reasons: [],
  evidence: [],
  gathered: {},
  account: null,
  ticketNumbers: [],
  misunderstood: 0,
  mood: null,
};

export function newMemory(sessionId: string | null): Memory {
  return {
    version: 1,
    language: null,
    greeted: false,
    sessionId,
    hazardsTold: [],
    bannersTold: [],
    misunderstood: 0,
    offers: [],
    lastWords: '',
    verified: null,
    lastFault: null,
    toRate: null,
    summary: structuredClone(EMPTY_SUMMARY),
  };
}

/** A new service session keeps who the customer has shown to be and what may be rated; the matter starts afresh. */
export function forSession(memory: Memory, sessionId: string | null): Memory {
  if (memory.sessionId === sessionId) return memory;
  if (sessionId === null) return { ...memory, sessionId, bannersTold: [] };
  return {
    ...newMemory(sessionId),
    bannersTold: memory.sessionId === null ? memory.bannersTold : [],
    language: memory.language,
    greeted: memory.greeted,
    verified: memory.verified,
    toRate: memory.toRate,
    offers: memory.offers,
    ...(memory.restoredAsked ? { restoredAsked: memory.restoredAsked } : {}),
    ...(memory.powerAsked ? { powerAsked: memory.powerAsked } : {}),
    ...(memory.askingOffered ? { askingOffered: true } : {}),
  };
}
