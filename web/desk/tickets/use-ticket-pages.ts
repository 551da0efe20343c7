import { useCallback, useEffect, useRef, useState } from 'react';
import type { TicketFilter } from '../api/calls/ticket-calls.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { firstPage, type TicketPages, withFreshShown, withNews, withNextPage } from './ticket-pages.ts';

export interface TicketPaging {
  /** Null until the first page is in. */
  readonly pages: TicketPages | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly more: () => void;
  readonly showFresh: () => void;
  readonly retry: () => void;
}

/** The tickets that pass a filter, page by page, kept up to date without moving. */
export function useTicketPages({ state, severity, mine, clock }: TicketFilter): TicketPaging {
  const desk = useDesk();
  const news = useCell(desk.ticketNews);
  const [pages, setPages] = useState<TicketPages | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** Answers to an earlier filter are thrown away. */
  const turn = useRef(0);

  const load = useCallback(
    async (
      cursor: string | null,
      take: (pages: TicketPages | null, page: Parameters<typeof firstPage>[0]) => TicketPages,
    ) => {
      const asked = turn.current;
      setBusy(true);
      const result = await desk.api.tickets({ state, severity, mine, clock }, cursor);
      if (asked !== turn.current) return;
      setBusy(false);
      if (!result.ok) return setFailure(result.failure);
      setFailure(null);
      setPages((before) => take(before, result.value));
    },
    [desk, state, severity, mine, clock],
  );

  useEffect(() => {
    turn.current += 1;
    setPages(null);
    void load(null, (_, page) => firstPage(page));
  }, [load]);

  const refresh = useCallback(() => {
    void load(null, (before, page) => (before === null ? firstPage(page) : withNews(before, page)));
  }, [load]);

  const seenNews = useRef(news);
  useEffect(() => {
    if (seenNews.current === news) return;
    seenNews.current = news;
    refresh();
  }, [news, refresh]);

  return {
    pages,
    failure,
    busy,
    more: () => {
      if (pages?.next != null && !busy) {
        void load(pages.next, (before, page) => (before === null ? firstPage(page) : withNextPage(before, page)));
      }
    },
    showFresh: () => setPages((before) => (before === null ? null : withFreshShown(before))),
    retry: refresh,
  };
}
