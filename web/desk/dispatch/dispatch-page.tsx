import { AimOutlined } from '@ant-design/icons';
import { useEffect, useMemo, useState } from 'react';
import type { IncidentItem } from '../../protocol/desk/incident.ts';
import type { IncidentFilter } from '../api/calls/incident-calls.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { useCell, useResource } from '../app/use-cell.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { useWords } from '../words/words-context.tsx';
import { BoardPane } from './board-pane.tsx';
import { boardRows, type LooseTicket, passing } from './board-rows.ts';
import { IncidentPane } from './incident-pane.tsx';
import { LookOnPane } from './look-on-pane.tsx';
import { LoosePane } from './loose-pane.tsx';
import { OpenDialog } from './moves/open-dialog.tsx';
import { IncidentsMap } from './picture/incidents-map.tsx';
import { NetworkPicture } from './picture/network-picture.tsx';

const OPEN: IncidentFilter = { state: 'open' };
const NO_TICKETS: readonly LooseTicket[] = [];

/** Incidents and what belongs to none in the order they should be dealt with, and the one chosen with its network. */
export function DispatchPage() {
  const desk = useDesk();
  const { me } = useSeat();
  const works = hasRole(me, 'dispatcher', 'supervisor');
  const route = useRoute();
  const number = route.page === 'dispatch' ? route.number : null;
  const [filter, setFilter] = useState(OPEN);
  const [opening, setOpening] = useState(false);
  const list = useResource(desk.incidents(filter));
  const loose = useLooseTickets(works);
  const incidents = list.state === 'ready' ? list.value.incidents : null;
  const rows = useMemo(
    () => boardRows(incidents ?? [], passing(loose, filter, me.staff.id)),
    [incidents, loose, filter, me],
  );
  const row = rows.find((one) => one.number === number);
  const isLoose = row?.kind === 'ticket' || loose.some((ticket) => ticket.number === number);
  const close = () => goTo({ page: 'dispatch', number: null });
  useKey('leave', number === null ? null : close);
  useKey('openByHand', works ? () => setOpening(true) : null);

  return (
    <div className="panes panes-dispatch" data-step={number === null ? 'queue' : 'context'}>
      <BoardPane
        list={list}
        rows={rows}
        filter={filter}
        selected={number}
        onFilter={setFilter}
        onOpen={works ? () => setOpening(true) : null}
        onRetry={() => void desk.incidents(filter).refresh()}
      />
      <Chosen
        number={number}
        isLoose={isLoose}
        works={works}
        known={row?.kind === 'incident' ? row.incident : null}
        incidents={incidents ?? []}
        feederId={filter.feeder ?? null}
        onClose={close}
      />
      {opening && <OpenDialog onDone={() => setOpening(false)} />}
    </div>
  );
}

interface ChosenProps {
  readonly number: string | null;
  readonly isLoose: boolean;
  readonly works: boolean;
  /** As the list has it. */
  readonly known: IncidentItem | null;
  readonly incidents: readonly IncidentItem[];
  /** That the board is narrowed to. */
  readonly feederId: string | null;
  readonly onClose: () => void;
}

function Chosen({ number, isLoose, works, known, incidents, feederId, onClose }: ChosenProps) {
  if (number === null) return <Choose incidents={incidents} feederId={feederId} />;
  if (isLoose) return <LoosePane key={number} number={number} onClose={onClose} />;
  if (works) return <IncidentPane key={number} number={number} onClose={onClose} />;
  return <LookOnPane key={number} number={number} incident={known} onClose={onClose} />;
}

/** Nothing is chosen: the network as a whole, or the feeder that one looks for. */
function Choose({ incidents, feederId }: Pick<ChosenProps, 'incidents' | 'feederId'>) {
  const { dispatch: words } = useWords();
  const placed = incidents.filter(({ device }) => device !== null && device.lat !== null && device.lon !== null);
  return (
    <section className="pane context-pane dispatch-pane dispatch-choose" aria-label={words.picture.overview}>
      {feederId !== null && (
        <div className="context-part">
          <NetworkPicture key={feederId} feederId={feederId} selected={null} />
        </div>
      )}
      {feederId === null && placed.length > 0 && <IncidentsMap incidents={placed} />}
      <EmptyState icon={<AimOutlined />} title={words.choose} note={words.chooseNote} />
    </section>
  );
}

/** Who looks on sees incidents, not who called. */
function useLooseTickets(works: boolean): readonly LooseTicket[] {
  const { looseTickets } = useDesk();
  const loaded = useCell(looseTickets);
  useEffect(() => {
    if (works) void looseTickets.refresh();
  }, [looseTickets, works]);
  return works && loaded.state === 'ready' ? loaded.value.tickets : NO_TICKETS;
}
