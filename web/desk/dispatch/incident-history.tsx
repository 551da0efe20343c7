import type { IncidentDetail } from '../../protocol/desk/incident.ts';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { incidentHistoryLines } from './history-lines.ts';

/** What has happened to an incident, the newest first. */
export function IncidentHistory({ detail }: { detail: IncidentDetail }) {
  const { words, format } = useWording();
  const { dispatch } = words;
  const devices = [detail.incident.device, ...detail.alternatives.map(({ device }) => device)];
  const names = new Map(devices.flatMap((device) => (device === null ? [] : [[device.id, device.name] as const])));
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
