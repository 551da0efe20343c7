import { PhoneOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import type { CallList } from '../../protocol/desk/session.ts';
import { useNow } from '../app/clock-context.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useCell, useResource } from '../app/use-cell.ts';
import { useWording } from '../words/words-context.tsx';
import { SeverityBadge } from './severity-badge.tsx';

/** Customers who were promised a call, those due first; each leads to its ticket, where the call is settled. Nothing where there are none. */
export function CallsSection() {
  const { words } = useWording();
  const { calls, ticketNews } = useDesk();
  const list = useResource(calls);
  const news = useCell(ticketNews);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew at each piece of news
  useEffect(() => void calls.refresh(), [calls, news]);
  if (list.state !== 'ready' || list.value.calls.length === 0) return null;
  return (
    <section className="queue-section">
      <h2>
        {words.queue.calls}
        <span className="count">{list.value.calls.length}</span>
      </h2>
      {list.value.calls.map((call) => (
        <CallRow key={call.ticketNumber} call={call} />
      ))}
    </section>
  );
}

function CallRow({ call }: { call: CallList['calls'][number] }) {
  const { words, format } = useWording();
  const { queue } = words;
  const now = useNow();
  const due = now > call.until ? queue.callLate : now >= call.from ? queue.callNow : null;
  return (
    <a className="row" href={formatRoute({ page: 'tickets', number: call.ticketNumber })}>
      <span className="row-head">
        <strong>
          <PhoneOutlined /> {call.phone}
        </strong>
        {due !== null && <span className={now > call.until ? 'row-mark call-late' : 'row-mark'}>{due}</span>}
      </span>
      <span className="row-tags">
        <SeverityBadge severity={call.severity} />
        <span className="row-intent">
          {format.moment(call.from)}–{format.time(call.until)}
        </span>
        <span className="row-channel">{call.responsibleDeskName ?? queue.callNobody}</span>
      </span>
    </a>
  );
}
