import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../transcript/entries.ts';

const NEAR_END_PX = 48;
const MARGIN_PX = 12;
/** What comes within this time of one's own words answers them. */
const ANSWER_MS = 8_000;

/**
 * Keeps the transcript where it is read. What is new comes into view, but the first of it never leaves again at the top
 * unseen: a ticket under the safety words must not push them away. Who has scrolled up is left where they are, until
 * they write.
 */
export function useFollowing(entries: readonly Entry[]) {
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const following = useRef<Following>({ isOn: true, anchor: undefined, since: 0, keys: undefined });
  const [isAway, setAway] = useState(false);

  function settle() {
    if (box.current !== null && following.current.isOn) scrollTo(box.current, following.current.anchor);
  }

  function toEnd() {
    following.current = { ...following.current, isOn: true, anchor: undefined };
    settle();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: set up once, on elements that stay.
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, list.current];
    if (outer === null || inner === null) return;
    let lastTop = outer.scrollTop;
    const onScroll = () => {
      const atEnd = isNearEnd(outer);
      if (outer.scrollTop < lastTop - 2 && !atEnd) following.current.isOn = false;
      if (atEnd) following.current.isOn = true;
      lastTop = outer.scrollTop;
      setAway(!atEnd);
    };
    // Pictures and cards grow after they are drawn; the keyboard takes room away.
    const observer = new ResizeObserver(() => {
      settle();
      setAway(!isNearEnd(outer));
    });
    observer.observe(outer);
    observer.observe(inner);
    outer.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where to stay follows from what has come.
  useLayoutEffect(() => {
    following.current = afterArrival(following.current, entries, Date.now());
    settle();
  }, [entries]);

  return { box, list, isAway, toEnd };
}

interface Following {
  isOn: boolean;
  /** Key of the message that stays in view; the end of the list where there is none. */
  anchor: string | undefined;
  /** When the anchor was set, milliseconds since 1970. */
  since: number;
  /** The messages that have come so far; none before the first drawing. */
  keys: ReadonlySet<string> | undefined;
}

function afterArrival(before: Following, entries: readonly Entry[], now: number): Following {
  const messages = entries.filter((entry) => entry.kind === 'message');
  const keys = new Set(messages.map(({ key }) => key));
  // The first to come are the history: its end is what is wanted. What comes in before it later is no news either.
  const isFirst = before.keys === undefined || before.keys.size === 0;
  const fresh = isFirst ? [] : messages.slice(lastKnown(messages, before.keys) + 1);
  const own = fresh.filter(({ author }) => author.kind === 'you').at(-1);
  if (own !== undefined) return { isOn: true, anchor: own.key, since: now, keys };
  const [first] = fresh;
  if (first === undefined || now - before.since < ANSWER_MS) return { ...before, keys };
  return { ...before, anchor: first.key, since: now, keys };
}

function lastKnown(messages: readonly { key: string }[], known: ReadonlySet<string> = new Set()): number {
  let index = messages.length - 1;
  while (index >= 0 && !known.has(messages[index]?.key ?? '')) index -= 1;
  return index;
}

function scrollTo(box: HTMLElement, anchor: string | undefined): void {
  const end = box.scrollHeight - box.clientHeight;
  const element = anchor === undefined ? null : box.querySelector<HTMLElement>(`[data-key="${CSS.escape(anchor)}"]`);
  box.scrollTop = element === null ? end : Math.min(end, element.offsetTop - MARGIN_PX);
}

function isNearEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
}
