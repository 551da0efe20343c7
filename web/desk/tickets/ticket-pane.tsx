import { CommentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { TicketDetail } from '../../protocol/desk/ticket.ts';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { SidePane } from '../app/side-pane.tsx';
import { useResource } from '../app/use-cell.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { codeWord, reasonWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { historyLines } from './history-lines.ts';
import { TicketClocks } from './ticket-clocks.tsx';
import { TicketState } from './ticket-table.tsx';
import { TicketWork } from './ticket-work.tsx';

/** One ticket beside the list: its grade and why, its facts, and what has happened to it. */
export function TicketPane({ number, onClose }: { number: string; onClose: () => void }) {
  const { tickets: words, conversation } = useWords();
  return (
    <SidePane
      kind="ticket"
      label={`${words.number} ${number}`}
      heading={number}
      words={{ back: conversation.back, close: words.close }}
      onClose={onClose}
    >
      <Ticket key={number} number={number} />
    </SidePane>
  );
}

/** A ticket without a frame. */
export function Ticket({ number }: { number: string }) {
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
      <TicketWork detail={detail} />
      <TicketClocks detail={detail} />
      <section className="context-part">
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
      </section>
      <Part title={words.tickets.history}>
        <History detail={detail} />
      </Part>
    </>
  );
}

function TicketFacts({ detail }: { detail: TicketDetail }) {
  const { words, format } = useWording();
  const { tickets, codes } = words;
  const { ticket } = detail;
  const momentOf = (at: number | null) => (at === null ? null : format.moment(at));
  const facts: [string, string | null][] = [
    [tickets.kind, codeWord(codes.ticketKind, ticket.kind)],
    [tickets.place, ticket.place ?? tickets.noPlace],
    [tickets.supply, ticket.important ? tickets.important : null],
    [tickets.since, ticket.since],
    [tickets.phone, ticket.phone],
    [tickets.responsible, codeWord(codes.role, ticket.responsible)],
    [tickets.crew, ticket.crew],
    [tickets.dispatched, momentOf(ticket.dispatchedAt)],
    [tickets.firstResponder, ticket.firstResponder],
    [tickets.arrived, momentOf(ticket.arrivedAt)],
    [tickets.resolved, momentOf(ticket.resolvedDateTime)],
    [tickets.contacted, momentOf(ticket.contactedAt)],
    [tickets.chases, chasesText(words, ticket)],
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

function chasesText({ tickets, common }: DeskWords, { chases, raised }: TicketDetail['ticket']): string | null {
  if (chases === 0) return null;
  return raised ? common.list([tickets.times(chases), tickets.raised]) : tickets.times(chases);
}

function History({ detail }: { detail: TicketDetail }) {
  const { words, format } = useWording();
  return (
    <ol className="history">
      {detail.history.toReversed().map((event) => (
        <li key={event.seq}>
          <header>
            <strong>{codeWord(words.codes.ticketEvent, event.type)}</strong>
            <span>{codeWord(actorWords(words.tickets), event.actor)}</span>
            <time className="figures">{format.moment(event.at)}</time>
          </header>
          {historyLines(words, event, format.moment).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function actorWords(words: DeskWords['tickets']) {
  return { bot: words.actorBot, customer: words.actorCustomer, system: words.actorSystem };
}
