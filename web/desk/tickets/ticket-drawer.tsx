import { CommentOutlined } from '@ant-design/icons';
import { Button, Drawer, Timeline } from 'antd';
import type { TicketDetail } from '../../protocol/desk/ticket.ts';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { codeWord, reasonWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { historyLines } from './history-lines.ts';
import { TicketState } from './ticket-table.tsx';

export function TicketDrawer({ number, onClose }: { number: string | null; onClose: () => void }) {
  const { tickets: words } = useWords();
  return (
    <Drawer
      open={number !== null}
      onClose={onClose}
      size={520}
      mask={false}
      rootClassName="ticket-drawer"
      title={<span className="figures">{number === null ? words.title : `${words.number} ${number}`}</span>}
    >
      {number !== null && <Ticket key={number} number={number} />}
    </Drawer>
  );
}

function Ticket({ number }: { number: string }) {
  const resource = useDesk().ticket(number);
  const loaded = useResource(resource);
  if (loaded.state === 'loading') return <LoadingRows rows={8} />;
  if (loaded.state === 'failed') {
    return <FailureState failure={loaded.failure} onRetry={() => void resource.refresh()} />;
  }
  return <TicketBody detail={loaded.value} />;
}

function TicketBody({ detail }: { detail: TicketDetail }) {
  const words = useWords();
  const { ticket } = detail;
  return (
    <>
      <section className={`context-severity tint-${ticket.severity}`}>
        <header>
          <SeverityBadge severity={ticket.severity} strong />
          <TicketState state={ticket.state} />
        </header>
        <ul aria-label={words.tickets.reasons}>
          {ticket.reasons.map((reason) => (
            <li key={reason}>{reasonWord(words, reason)}</li>
          ))}
        </ul>
      </section>
      <p className="ticket-description">{ticket.description}</p>
      <TicketFacts detail={detail} />
      {ticket.sessionId !== null && (
        <Button
          icon={<CommentOutlined />}
          href={formatRoute({ page: 'conversations', sessionId: ticket.sessionId, step: 'conversation' })}
        >
          {words.tickets.conversation}
        </Button>
      )}
      <h2 className="drawer-title">{words.tickets.history}</h2>
      <History detail={detail} />
    </>
  );
}

function TicketFacts({ detail }: { detail: TicketDetail }) {
  const { words, format } = useWording();
  const { tickets, codes } = words;
  const { ticket } = detail;
  const facts: [string, string | null][] = [
    [tickets.kind, codeWord(codes.ticketKind, ticket.kind)],
    [tickets.place, ticket.place ?? tickets.noPlace],
    [tickets.since, ticket.since],
    [tickets.phone, ticket.phone],
    [tickets.responsible, codeWord(codes.role, ticket.responsible)],
    [words.context.language, ticket.language === null ? null : codeWord(codes.language, ticket.language)],
    [tickets.created, format.moment(ticket.createdAt)],
    [tickets.updated, format.moment(ticket.updatedAt)],
  ];
  return (
    <dl className="facts ticket-facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function History({ detail }: { detail: TicketDetail }) {
  const { words, format } = useWording();
  return (
    <Timeline
      className="history"
      items={detail.history.toReversed().map((event) => ({
        key: event.seq,
        color: event.type === 'opened' ? 'gray' : 'green',
        content: (
          <div className="history-event">
            <header>
              <strong>{codeWord(words.codes.ticketEvent, event.type)}</strong>
              <span>{codeWord(ACTORS(words.tickets), event.actor)}</span>
              <time className="figures">{format.moment(event.at)}</time>
            </header>
            {historyLines(words, event).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ),
      }))}
    />
  );
}

const ACTORS = (words: { actorBot: string; actorCustomer: string; actorSystem: string }) => ({
  bot: words.actorBot,
  customer: words.actorCustomer,
  system: words.actorSystem,
});
