import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type BoardRow, type HeldBoard, holdBoard } from './board-rows.ts';

/** A hand that rests this long is not about to click, ms. */
const RESTS_AFTER = 4_000;

export interface HeldBoardView extends HeldBoard {
  /** Lets the board move at once. */
  readonly release: () => void;
  /** For the element that holds the list. */
  readonly hand: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
}

/** The rows to show: the latest, but for as long as a hand moves over them, in their old places. */
export function useHeldBoard(latest: readonly BoardRow[]): HeldBoardView {
  const [shown, setShown] = useState(latest);
  const [held, setHeld] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  if (shown !== latest && !held) setShown(latest);

  useEffect(() => () => window.clearTimeout(timer.current), []);
  const board = useMemo(() => holdBoard(held ? shown : latest, latest), [held, shown, latest]);
  return {
    ...board,
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
