import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Me, Role } from '../../protocol/desk/staff.ts';
import type { DeskApi } from '../api/desk-api.ts';
import { createDesk, type Desk } from '../live/desk.ts';
import { browserTimers } from './browser-timers.ts';

interface DeskSeat {
  readonly desk: Desk;
  readonly me: Me;
  readonly leave: () => Promise<void>;
  /** Who one is has changed, and with it the token that changes must carry. */
  readonly enter: (me: Me) => void;
}

const DeskContext = createContext<DeskSeat | null>(null);

export function DeskProvider({
  api,
  me,
  leave,
  enter,
  children,
}: Omit<DeskSeat, 'desk'> & { api: DeskApi; children: ReactNode }) {
  const [desk] = useState(() => createDesk(api, surroundings()));
  useEffect(() => desk.start(), [desk]);
  useEffect(() => warnOfUnsent(desk), [desk]);
  const seat = useMemo(() => ({ desk, me, leave, enter }), [desk, me, leave, enter]);
  return <DeskContext value={seat}>{children}</DeskContext>;
}

export function useSeat(): DeskSeat {
  const seat = useContext(DeskContext);
  if (seat === null) throw new Error('nobody is signed in above this component');
  return seat;
}

export function useDesk(): Desk {
  return useSeat().desk;
}

export function hasRole({ staff }: Me, ...roles: readonly Role[]): boolean {
  return staff.roles.some((role) => roles.includes(role));
}

/** Whether one may take conversations over; others look on. */
export function mayServe(me: Me): boolean {
  return hasRole(me, 'agent', 'supervisor');
}

/** Whether one may put right what the bot has understood. */
export function mayCorrect(me: Me): boolean {
  return mayServe(me);
}

function surroundings() {
  return {
    openEvents: () => new EventSource(new URL('../api/desk/events', document.baseURI)),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    keeper: sessionStorage,
    ...browserTimers,
  };
}

/** Leaving the page would lose what has not gone out yet. */
function warnOfUnsent(desk: Desk): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (desk.outbox.get().some((pending) => pending.state !== 'sent')) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  return () => window.removeEventListener('beforeunload', onLeave);
}
