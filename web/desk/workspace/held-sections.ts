import type { SessionItem, SessionList } from '../../protocol/desk/session.ts';

export interface HeldRow {
  readonly item: SessionItem;
  /** It no longer stands here, but is kept in its place until the list may move. */
  readonly gone: boolean;
}

export interface HeldSections {
  readonly queued: readonly HeldRow[];
  readonly mine: readonly HeldRow[];
  readonly others: readonly HeldRow[];
  /** Rows that have come, gone or moved meanwhile. */
  readonly changes: number;
}

/** The latest list as it is: nothing is held back. */
export function showSections(latest: SessionList): HeldSections {
  return { ...eachSection((section) => latest[section].map((item) => ({ item, gone: false }))), changes: 0 };
}

/**
 * The list as it was when it was taken hold of, its rows in their places but their contents up to date: nothing jumps
 * under a hand that is about to click.
 */
export function holdSections(shown: SessionList, latest: SessionList): HeldSections {
  const news = new Map([...latest.queued, ...latest.mine, ...latest.others].map((item) => [item.id, item]));
  const sections = eachSection((section) => {
    const here = new Set(latest[section].map((item) => item.id));
    return shown[section].map((item) => ({ item: news.get(item.id) ?? item, gone: !here.has(item.id) }));
  });
  const changes = SECTIONS.reduce((sum, section) => sum + changesOf(shown[section], latest[section]), 0);
  return { ...sections, changes };
}

/** Whether the agent's own list has changed: that is their own doing, and is shown at once. */
export function ownHasChanged(shown: SessionList, latest: SessionList): boolean {
  return changesOf(shown.mine, latest.mine) > 0;
}

const SECTIONS = ['queued', 'mine', 'others'] as const;

function eachSection(rowsOf: (section: (typeof SECTIONS)[number]) => HeldRow[]) {
  return { queued: rowsOf('queued'), mine: rowsOf('mine'), others: rowsOf('others') };
}

function changesOf(shown: readonly SessionItem[], latest: readonly SessionItem[]): number {
  const before = shown.map((item) => item.id);
  const after = latest.map((item) => item.id);
  const kept = before.filter((id) => after.includes(id));
  const order = after.filter((id) => before.includes(id));
  const moved = kept.filter((id, index) => order[index] !== id).length;
  return before.length - kept.length + (after.length - kept.length) + moved;
}
