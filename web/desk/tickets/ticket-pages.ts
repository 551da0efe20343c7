import type { TicketItem, TicketList } from '../../protocol/desk/ticket.ts';
import { share } from '../live/share.ts';

/** The tickets on show: pages one after the other, and what has come in since. */
export interface TicketPages {
  readonly shown: readonly TicketItem[];
  /** New ones that are not shown yet: they would push the others down. */
  readonly fresh: readonly TicketItem[];
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null;
}

export function firstPage(page: TicketList): TicketPages {
  return { shown: page.tickets, fresh: [], next: page.next };
}

export function withNextPage(pages: TicketPages, page: TicketList): TicketPages {
  const known = new Set([...pages.shown, ...pages.fresh].map((ticket) => ticket.id));
  return {
    ...pages,
    shown: [...pages.shown, ...page.tickets.filter((ticket) => !known.has(ticket.id))],
    next: page.next,
  };
}

/** The first page, fetched again: what is shown is brought up to date in its place, what is new waits to be asked for. */
export function withNews(pages: TicketPages, page: TicketList): TicketPages {
  const news = new Map(page.tickets.map((ticket) => [ticket.id, ticket]));
  const known = new Set(pages.shown.map((ticket) => ticket.id));
  const shown = pages.shown.map((ticket) => news.get(ticket.id) ?? ticket);
  // Only what stands above the first known one is new; what lies below has merely moved onto this page.
  const firstKnown = page.tickets.findIndex((ticket) => known.has(ticket.id));
  const above = firstKnown === -1 ? page.tickets : page.tickets.slice(0, firstKnown);
  if (pages.shown.length === 0) return firstPage(page);
  return { shown: share(pages.shown, shown), fresh: above, next: pages.next };
}

export function withFreshShown(pages: TicketPages): TicketPages {
  return { ...pages, shown: [...pages.fresh, ...pages.shown], fresh: [] };
}
