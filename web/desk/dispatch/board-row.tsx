import { HeartFilled } from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import type { IncidentItem } from '../../protocol/desk/incident.ts';
import { useNow } from '../app/clock-context.tsx';
import { formatRoute } from '../app/route.ts';
import { TicketClockMark } from '../tickets/ticket-clock-mark.tsx';
import { TicketState } from '../tickets/ticket-table.tsx';
import { agoText } from '../words/time-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import type { BoardRow, LooseTicket } from './board-rows.ts';
import { IncidentStateMark } from './incident-state-mark.tsx';
import { likelihoodOf } from './reason-lines.ts';

interface BoardRowViewProps {
  readonly row: BoardRow;
  /** It no longer stands here. */
  readonly gone: boolean;
  readonly selected: boolean;
}

/** One line of the board: how grave, where, how many, how long, and who goes. */
export const BoardRowView = memo(function BoardRowView({ row, gone, selected }: BoardRowViewProps) {
  const { severity } = row.kind === 'incident' ? row.incident : row.ticket;
  return (
    <a
      className={`row board-row row-${severity}${gone ? ' row-gone' : ''}`}
      href={formatRoute({ page: 'dispatch', number: row.number })}
      aria-current={selected ? 'true' : undefined}
      data-row={row.number}
    >
      {row.kind === 'incident' ? (
        <IncidentLines incident={row.incident} gone={gone} />
      ) : (
        <TicketLines ticket={row.ticket} gone={gone} />
      )}
    </a>
  );
});

function IncidentLines({ incident, gone }: { incident: IncidentItem; gone: boolean }) {
  const { words, format } = useWording();
  const { dispatch } = words;
  const { severity, lifeAtRisk, state, device, probability, area, customersAffected, clock, crew, eta, chases } =
    incident;
  return (
    <>
      <Head severity={severity} lifeAtRisk={lifeAtRisk}>
        {clock === null ? <Ago at={incident.openedAt} /> : <TicketClockMark clock={clock} named />}
      </Head>
      <span className="row-head">
        <strong>{area}</strong>
        <strong className="figures board-customers">{dispatch.customers(customersAffected)}</strong>
      </span>
      <span className="row-tags">
        <IncidentStateMark state={state} />
        <span className="row-intent">
          {device === null
            ? dispatch.noDevice
            : state === 'probable'
              ? dispatch.perhaps(device.name, likelihoodOf(probability))
              : device.name}
        </span>
      </span>
      <span className="row-tags">
        {gone ? (
          <em>{dispatch.gone}</em>
        ) : (
          <>
            <span className={crew === null ? 'board-lack' : 'board-crew'}>{crew ?? dispatch.noCrew}</span>
            {eta !== null && (
              <span className="figures">{words.common.labelled(dispatch.eta, format.moment(eta.at))}</span>
            )}
            {chases > 0 && <span className="board-lack">{dispatch.chases(chases)}</span>}
          </>
        )}
        <span className="row-channel figures">{incident.number}</span>
      </span>
    </>
  );
}

function TicketLines({ ticket, gone }: { ticket: LooseTicket; gone: boolean }) {
  const { dispatch, tickets } = useWords();
  const { severity, lifeAtRisk, clock, place, state, crew, description } = ticket;
  return (
    <>
      <Head severity={severity} lifeAtRisk={lifeAtRisk}>
        {clock === null ? <Ago at={ticket.createdAt} /> : <TicketClockMark clock={clock} named />}
      </Head>
      <span className="row-head">
        <strong>{place ?? tickets.noPlace}</strong>
      </span>
      <span className="row-preview">{description}</span>
      <span className="row-tags">
        {gone ? <em>{dispatch.gone}</em> : <TicketState state={state} />}
        {crew !== null && <span className="board-crew">{crew}</span>}
        {ticket.chases > 0 && <span className="board-lack">{dispatch.chases(ticket.chases)}</span>}
        <span className="board-loose">{dispatch.loose}</span>
        <span className="row-channel figures">{ticket.number}</span>
      </span>
    </>
  );
}

interface HeadProps {
  readonly severity: IncidentItem['severity'];
  readonly lifeAtRisk: boolean;
  readonly children: ReactNode;
}

function Head({ severity, lifeAtRisk, children }: HeadProps) {
  return (
    <span className="row-head">
      <SeverityBadge severity={severity} />
      {lifeAtRisk && <LifeMark />}
      <span>{children}</span>
    </span>
  );
}

export function LifeMark() {
  const { dispatch } = useWords();
  return (
    <span className="severity severity-P1">
      <HeartFilled /> {dispatch.lifeAtRisk}
    </span>
  );
}

function Ago({ at }: { at: number }) {
  const words = useWords();
  return <span className="row-time">{agoText(words, useNow() - at)}</span>;
}
