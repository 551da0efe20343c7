/** What a key can do, in the order in which the help shows it. Letters are given small; `g t` is g, then t. */
export const KEY_GROUPS = [
  {
    group: 'move',
    bindings: [
      { action: 'next', keys: ['j'] },
      { action: 'previous', keys: ['k'] },
      { action: 'newest', keys: ['e'] },
      { action: 'search', keys: ['s'] },
      { action: 'update', keys: ['u'] },
      { action: 'open', keys: ['enter'] },
    ],
  },
  {
    group: 'act',
    bindings: [
      { action: 'takeNext', keys: ['n'] },
      { action: 'claim', keys: ['c'] },
      { action: 'write', keys: ['/'] },
      { action: 'replies', keys: ['q'] },
      { action: 'note', keys: [';'] },
      { action: 'whisper', keys: ['.'] },
      { action: 'release', keys: ['r'] },
      { action: 'close', keys: ['x'] },
      { action: 'correct', keys: ['m'] },
      { action: 'context', keys: ['i'] },
    ],
  },
  {
    group: 'dispatch',
    bindings: [
      { action: 'assignCrew', keys: ['a'] },
      { action: 'setEta', keys: ['t'] },
      { action: 'confirmDevice', keys: ['y'] },
      { action: 'rejectDevice', keys: ['w'] },
      { action: 'splitIncident', keys: ['p'] },
      { action: 'mergeIncident', keys: ['b'] },
      { action: 'addTickets', keys: ['f'] },
      { action: 'restoreSupply', keys: ['o'] },
      { action: 'handOver', keys: ['h'] },
      { action: 'askBack', keys: [','] },
      { action: 'openByHand', keys: ['z'] },
      { action: 'picture', keys: ['v'] },
    ],
  },
  {
    group: 'go',
    bindings: [
      { action: 'goConversations', keys: ['g c'] },
      { action: 'goFloor', keys: ['g w'] },
      { action: 'goTickets', keys: ['g t'] },
      { action: 'goDispatch', keys: ['g d'] },
      { action: 'goRoster', keys: ['g o'] },
      { action: 'goReliability', keys: ['g r'] },
      { action: 'goRatings', keys: ['g s'] },
      { action: 'goFigures', keys: ['g f'] },
      { action: 'goAudit', keys: ['g h'] },
      { action: 'goAnswers', keys: ['g a'] },
      { action: 'goPlaces', keys: ['g i'] },
      { action: 'goBanners', keys: ['g b'] },
      { action: 'goLearning', keys: ['g l'] },
      { action: 'goDeadLetters', keys: ['g u'] },
      { action: 'goStaff', keys: ['g p'] },
      { action: 'goAccount', keys: ['g m'] },
    ],
  },
  {
    group: 'other',
    bindings: [
      { action: 'leave', keys: ['escape'] },
      { action: 'appearance', keys: ['d'] },
      { action: 'language', keys: ['l'] },
      { action: 'help', keys: ['?'] },
    ],
  },
] as const;

export type KeyAction = (typeof KEY_GROUPS)[number]['bindings'][number]['action'];

const ACTION_OF_KEYS: ReadonlyMap<string, KeyAction> = new Map(
  KEY_GROUPS.flatMap(({ bindings }) =>
    bindings.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)),
  ),
);

const NAMED: ReadonlyMap<string, string> = new Map([
  ['escape', 'Esc'],
  ['enter', 'Enter'],
]);

/** How the keys of an action are shown: `['G', 'T']`. */
export function keyCaps(action: KeyAction): readonly string[] {
  for (const [keys, known] of ACTION_OF_KEYS) {
    if (known === action) return keys.split(' ').map((key) => NAMED.get(key) ?? key.toUpperCase());
  }
  return [];
}

/** A key pressed, as far as it matters. */
export interface Stroke {
  readonly key: string;
  /** Ctrl, Alt or Meta is down: the browser's business. */
  readonly modified: boolean;
  /** An input method is composing. */
  readonly composing: boolean;
  /** The focus is where text is written. */
  readonly inField: boolean;
  /** The focus is on a button, a link or the like, which Enter is for. */
  readonly onControl: boolean;
  /** ms since any fixed moment. */
  readonly at: number;
}

/** The second key of a pair must come within this many milliseconds. */
const PAIR_WITHIN = 1_500;

/** Reads strokes one by one and tells the action that each completes, if any. */
export function createKeyReader(): (stroke: Stroke) => KeyAction | null {
  let first: { key: string; at: number } | null = null;
  return (stroke) => {
    if (stroke.composing || stroke.modified) return null;
    const key = stroke.key.toLowerCase();
    if (stroke.inField) return key === 'escape' ? 'leave' : null;
    if (stroke.onControl && key === 'enter') return null;
    const before = first;
    first = null;
    const pair = before !== null && stroke.at - before.at <= PAIR_WITHIN ? `${before.key} ${key}` : null;
    const action = pair === null ? undefined : ACTION_OF_KEYS.get(pair);
    if (action !== undefined) return action;
    if (key === 'g') first = { key, at: stroke.at };
    return ACTION_OF_KEYS.get(key) ?? null;
  };
}
