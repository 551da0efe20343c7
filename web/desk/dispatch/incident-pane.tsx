import type { IncidentDetail } from '../../protocol/desk/incident.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useWords } from '../words/words-context.tsx';
import { AskingPart } from './asking-part.tsx';
import { DevicePart } from './device-part.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHistory } from './incident-history.tsx';
import { IncidentTickets } from './incident-tickets.tsx';
import { IncidentWork } from './incident-work.tsx';
import { OrderPart } from './order-part.tsx';
import { PaneFrame } from './pane-frame.tsx';
import { NetworkPicture } from './picture/network-picture.tsx';

/** One incident: how grave and why, what can be done, where it lies, who is in it, what has happened. */
export function IncidentPane({ number, onClose }: { number: string; onClose: () => void }) {
  const { dispatch: words } = useWords();
  const resource = useDesk().incident(number);
  const loaded = useResource(resource);
  const retry = () => void resource.refresh();
  return (
    <PaneFrame title={words.detail(number)} number={number} onClose={onClose}>
      {loaded.state === 'loading' && <LoadingRows rows={10} />}
      {loaded.state === 'failed' && <FailureState failure={loaded.failure} onRetry={retry} />}
      {loaded.state === 'ready' && (
        <>
          {loaded.failure !== null && <StaleNote failure={loaded.failure} onRetry={retry} />}
          <IncidentBody detail={loaded.value} />
        </>
      )}
    </PaneFrame>
  );
}

function IncidentBody({ detail }: { detail: IncidentDetail }) {
  const { dispatch: words } = useWords();
  const { incident } = detail;
  const feederId = incident.device?.feederId ?? null;
  return (
    <>
      <OrderPart incident={incident} />
      <IncidentWork detail={detail} />
      <section className="context-part" aria-label={words.picture.title}>
        {feederId === null ? (
          <p className="faint">{words.picture.none}</p>
        ) : (
          <NetworkPicture feederId={feederId} selected={incident.number} />
        )}
      </section>
      <div className="dispatch-columns">
        <div>
          <DevicePart detail={detail} />
          <AskingPart detail={detail} />
          <IncidentFacts incident={incident} />
        </div>
        <div>
          <IncidentTickets tickets={detail.tickets} />
          <IncidentHistory detail={detail} />
        </div>
      </div>
    </>
  );
}
