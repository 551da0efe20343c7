import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This near to the end counts as at the end, px. */
const NEAR = 48;

export interface FollowScroll {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/**
 * A list that grows at both ends: whoever reads the end stays at the end, whoever reads elsewhere keeps the same lines
 * before their eyes. `firstKey` is the first row's key: when it changes, rows were put above.
 */
export function useFollowScroll(firstKey: string | undefined): FollowScroll {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const before = useRef({ firstKey, height: 0 });
  const top = useRef(0);

  const toEnd = () => {
    follows.current = true;
    setAtEnd(true);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const grown = element.scrollHeight - before.current.height;
    const above = before.current.firstKey !== undefined && before.current.firstKey !== firstKey;
    if (above && !follows.current) element.scrollTop += grown;
    before.current = { firstKey, height: element.scrollHeight };
  });

  useEffect(() => {
    const element = box.current;
    const inner = content.current;
    if (element === null || inner === null) return;
    // Pictures arrive late and the box itself changes with the keyboard on a phone.
    const observer = new ResizeObserver(() => {
      if (follows.current) element.scrollTop = element.scrollHeight;
      before.current.height = element.scrollHeight;
    });
    observer.observe(inner);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    box,
    content,
    atEnd,
    onScroll: () => {
      const element = box.current;
      if (element === null) return;
      // Only a move upwards is the reader's wish to leave the end: what grows below moves nobody away from it.
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      follows.current = near || (follows.current && element.scrollTop >= top.current);
      top.current = element.scrollTop;
      setAtEnd(follows.current);
    },
    toEnd,
  };
}
