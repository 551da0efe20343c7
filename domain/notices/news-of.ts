import type { TicketState } from '../tickets/ticket-states.ts';

/** How far a repair is, as far as it concerns a customer; `over`: it fell away and there is nothing more to tell. */
export type Stage = 'received' | 'accepted' | 'crew' | 'restored' | 'over';

export interface Eta {
  /** When supply is expected back, milliseconds since 1970. */
  readonly at: number;
  readonly source: string;
  readonly setAt: number;
}

/** A ticket as it stands now. */
export interface Matter {
  readonly state: TicketState;
  readonly resolvedAt: number | null;
  readonly eta: Eta | null;
}

/** What somebody has last been told of a ticket, or knew from the beginning. */
export interface Told {
  readonly stage: Stage;
  /** The restoration time that was named last; null where none stands. */
  readonly etaAt: number | null;
}

export interface News {
  /** `resumed`: it was told as restored, and is not. */
  readonly stage?: 'accepted' | 'crew' | 'restored' | 'resumed';
  readonly eta?:
    | { readonly kind: 'set' | 'changed'; readonly eta: Eta }
    /** The time that was named no longer stands, and there is no other. */
    | { readonly kind: 'withdrawn' };
}

/** Who reports a fault knows that it was taken down. */
export const NOTHING_TOLD: Told = { stage: 'received', etaAt: null };

/**
 * What there is to tell of a ticket: how it differs from what was told. Only where it stands now counts, so whatever
 * happened in between is one piece of news, and what was taken back is none. Null where there is nothing.
 */
export function newsOf(told: Told, matter: Matter, now: number): News | null {
  const stageNow = stageOf(matter);
  if (stageNow === 'over') return null;
  if (stageNow === 'restored') return told.stage === 'restored' ? null : { stage: 'restored' };
  const stage = stageNews(told.stage, stageNow);
  const eta = etaNews(told.etaAt, matter.eta, now);
  if (stage === null && eta === null) return null;
  return { ...(stage ? { stage } : {}), ...(eta ? { eta } : {}) };
}

/** What somebody knows once the news of a matter has been told, or once it turned out that there is none. */
export function toldAfter(told: Told, matter: Matter, now: number): Told {
  const stage = stageOf(matter);
  if (stage === 'restored' || stage === 'over') return { stage, etaAt: null };
  const { eta } = matter;
  // A time that was over before it could be told was never told.
  const named = eta === null || eta.at > now || eta.at === told.etaAt;
  return { stage, etaAt: named ? (eta?.at ?? null) : told.etaAt };
}

export function stageOf({ state, resolvedAt }: Matter): Stage {
  switch (state) {
    case 'received':
      return 'received';
    case 'acknowledged':
    case 'returned':
      return 'accepted';
    case 'crew_assigned':
    case 'en_route':
    case 'on_site':
      return 'crew';
    case 'restored':
    case 'called_back':
      return 'restored';
    case 'closed':
      return resolvedAt === null ? 'over' : 'restored';
    case 'cancelled':
      return 'over';
  }
}

/** That a crew was withdrawn again is the utility's own affair; that supply is not back after all is the customer's. */
function stageNews(told: Stage, stage: 'received' | 'accepted' | 'crew'): News['stage'] | null {
  if (told === 'restored') return 'resumed';
  if (stage === 'crew' && told !== 'crew') return 'crew';
  return stage === 'accepted' && told === 'received' ? 'accepted' : null;
}

/** A time that has passed is told to nobody. */
function etaNews(told: number | null, eta: Eta | null, now: number): News['eta'] | null {
  if (eta === null) return told === null ? null : { kind: 'withdrawn' };
  if (eta.at === told || eta.at <= now) return null;
  return { kind: told === null ? 'set' : 'changed', eta };
}
