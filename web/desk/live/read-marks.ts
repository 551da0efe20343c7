import { createCell } from './cell.ts';

/** How far each conversation has been read at this desk: conversation id to seq. */
export interface ReadMarks {
  get(): ReadonlyMap<string, number>;
  subscribe(watcher: () => void): () => void;
  /** Returns false where that much was read already. */
  mark(conversationId: string, seq: number): boolean;
}

export interface MarkKeeper {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

const NAME = 'switchboard.desk.read';
/** Conversations remembered over a reload; the oldest marks go first. */
const REMEMBERED = 500;

export function createReadMarks(keeper: MarkKeeper): ReadMarks {
  const cell = createCell<ReadonlyMap<string, number>>(restore(keeper));
  return {
    get: cell.get,
    subscribe: cell.subscribe,
    mark(conversationId, seq) {
      if ((cell.get().get(conversationId) ?? -1) >= seq) return false;
      const others = [...cell.get()].filter(([id]) => id !== conversationId);
      const marks: (readonly [string, number])[] = [...others, [conversationId, seq] as const].slice(-REMEMBERED);
      cell.set(new Map(marks));
      keeper.setItem(NAME, JSON.stringify(marks));
      return true;
    },
  };
}

function restore(keeper: MarkKeeper): ReadonlyMap<string, number> {
  try {
    const kept: unknown = JSON.parse(keeper.getItem(NAME) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isMark) : []);
  } catch {
    // Something else under our name: begin anew.
    return new Map();
  }
}

function isMark(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
