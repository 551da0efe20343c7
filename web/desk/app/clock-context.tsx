import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Clock, createClock } from '../live/clock.ts';
import { browserTimers } from './browser-timers.ts';
import { useCell } from './use-cell.ts';

const ClockContext = createContext<Clock | null>(null);

export function ClockProvider({ children }: { children: ReactNode }) {
  const [clock] = useState(() => createClock({ now: Date.now, ...browserTimers }));
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The time, moving once a second: for the smallest component that shows it. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('no clock above this component');
  return useCell(clock);
}
