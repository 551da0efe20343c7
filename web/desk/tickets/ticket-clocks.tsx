import { Alert } from 'antd';
import { type TicketDetail, ZONES } from '../../protocol/desk/ticket.ts';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { TicketClockMark } from './ticket-clock-mark.tsx';
import { useTicketChange } from './use-ticket-change.ts';

/** The service standards that a ticket runs against, and the zone that they go by. */
export function TicketClocks({ detail }: { detail: TicketDetail }) {
  const { words, format } = useWording();
  const { tickets } = words;
  if (detail.clocks.length === 0) return null;
  return (
    <Part title={tickets.clocks}>
      <ul className="ticket-clocks">
        {detail.clocks.map((clock) => (
          <li key={clock.name}>
            <strong>{tickets.clock[clock.name]}</strong>
            <span className="figures soft">{tickets.clockDue(format.moment(clock.dueAt))}</span>
            <TicketClockMark clock={clock} />
          </li>
        ))}
      </ul>
      {detail.ticket.kind === 'fault' && <ZoneLine detail={detail} />}
    </Part>
  );
}

function ZoneLine({ detail: { ticket, candidates } }: { detail: TicketDetail }) {
  const words = useWords();
  const { tickets } = words;
  const desk = useDesk();
  const { run, busy, failure } = useTicketChange(ticket.number);
  if (candidates.length === 0) {
    const zone = ticket.zone === null ? tickets.noZone : tickets.zones[ticket.zone];
    return <p className="soft">{words.common.labelled(tickets.zone, zone)}</p>;
  }
  const choose = (value: string) => {
    const zone = ZONES.find((one) => one === value);
    if (zone === undefined) return;
    void run(() => desk.api.setZone(ticket.number, { zone, version: ticket.version }), tickets.zoneDone);
  };
  return (
    <>
      <label className="ticket-zone">
        <span>{tickets.zone}</span>
        <select
          className="select"
          disabled={busy}
          value={ticket.zone ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          {ticket.zone === null && <option value="">{tickets.noZone}</option>}
          {ZONES.map((zone) => (
            <option key={zone} value={zone}>
              {tickets.zones[zone]}
            </option>
          ))}
        </select>
      </label>
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
    </>
  );
}
