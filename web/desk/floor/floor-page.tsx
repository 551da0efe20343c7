import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { useKey } from '../keys/keys-context.tsx';
import { ListPage } from '../states/list-page.tsx';
import { Loaded } from '../states/loaded.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useWords } from '../words/words-context.tsx';
import { AgentList } from './agent-list.tsx';
import { FloorAlerts } from './floor-alerts.tsx';
import { FloorClocks } from './floor-clocks.tsx';
import { FloorTotals } from './floor-totals.tsx';
import { QueueList } from './queue-list.tsx';

/** Who is on and with what, who waits, which clocks run out; from here a supervisor listens and steps in. */
export function FloorPage() {
  const { floor: words } = useWords();
  const { floor } = useDesk();
  useKey('update', () => void floor.refresh());
  return (
    <ListPage title={words.title} lead={words.lead} className="floor">
      <Loaded resource={floor} rows={10}>
        {(now) => (
          <>
            <Stale />
            <FloorTotals floor={now} />
            <FloorAlerts alerts={now.alerts} cleared={now.cleared} />
            <div className="floor-columns">
              <AgentList agents={now.agents} />
              <div className="floor-side">
                <QueueList queues={now.queues} />
                <FloorClocks floor={now} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </ListPage>
  );
}

/** Says so where what is shown is old. */
function Stale() {
  const { floor } = useDesk();
  const loaded = useCell(floor);
  if (loaded.state !== 'ready' || loaded.failure === null) return null;
  return <StaleNote failure={loaded.failure} onRetry={() => void floor.refresh()} />;
}
