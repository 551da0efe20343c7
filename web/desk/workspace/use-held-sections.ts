import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SessionList } from '../../protocol/desk/session.ts';
import { type HeldSections, holdSections, ownHasChanged, showSections } from './held-sections.ts';

/** A hand that rests this long is not about to click, ms. */
const RESTS_AFTER = 4_000;

export interface Held {
  readonly sections: HeldSections;
  /** Lets the list move at once. */
  readonly release: () => void;
  /** For the element that holds the list. */
  readonly hand: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
}

/** The lists to show: the latest, but for as long as a hand moves over them, in their old places. */
export function useHeldSections(latest: SessionList): Held {
  const [shown, setShown] = useState(latest);
  const [held, setHeld] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  if (shown !== latest && (!held || ownHasChanged(shown, latest))) setShown(latest);

  useEffect(() => () => window.clearTimeout(timer.current), []);
  const sections = useMemo(() => (held ? holdSections(shown, latest) : showSections(latest)), [held, shown, latest]);
  return {
    sections,
    release: () => setShown(latest),
    hand: {
      onPointerMove: () => {
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setHeld(false), RESTS_AFTER);
        setHeld(true);
      },
      onPointerLeave: () => {
        window.clearTimeout(timer.current);
        setHeld(false);
      },
    },
  };
}
