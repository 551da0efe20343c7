import type { IncidentDetail } from '../../protocol/desk/incident.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { incidentHistoryLines } from './history-lines.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What has happened to an incident, the newest first. */
export function IncidentHistory({ detail }: { detail: IncidentDetail }) {
  const { incident, alternatives } = detail;
  const own = [incident.device, ...alternatives.map(({ device }) => device)].filter((device) => device !== null);
  const feederId = incident.device?.feederId ?? null;
  return feederId === null ? (
    <Events detail={detail} devices={own} />
  ) : (
    <EventsOnFeeder detail={detail} devices={own} feederId={feederId} />
  );
}

interface EventsProps {
  readonly detail: IncidentDetail;
  /** Those whose names are known; others stand with their ids. */
  readonly devices: readonly Named[];
}

/** A history may speak of devices that are no longer thought of: the picture knows them. */
function EventsOnFeeder({ detail, devices, feederId }: EventsProps & { readonly feederId: string }) {
  const diagram = useCell(useDesk().diagram(feederId));
  return <Events detail={detail} devices={[...(diagram.state === 'ready' ? diagram.value.devices : []), ...devices]} />;
}

function Events({ detail, devices }: EventsProps) {
  const { words, format } = useWording();
  const { dispatch } = words;
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  return (
    <Part title={dispatch.history}>
      <ol className="history">
        {detail.history.toReversed().map((event) => (
          <li key={event.seq}>
            <header>
              <strong>{codeWord(dispatch.event, event.type)}</strong>
              <span>{codeWord({ system: dispatch.system }, event.actor)}</span>
              <time className="figures">{format.moment(event.at)}</time>
            </header>
            {incidentHistoryLines(words, event, {
              device: (id) => names.get(id) ?? id,
              moment: format.moment,
            }).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </Part>
  );
}
