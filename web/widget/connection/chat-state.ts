import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { WidgetSession } from '../../protocol/widget-session.ts';
import { CLOSED_EVENT, STATUS_EVENT } from '../../protocol/wire-names.ts';
import type { Activity } from '../wire/activity.ts';
import { isConversationStatus } from '../wire/session-check.ts';
import type { LinkState } from './link.ts';
import type { OutgoingItem } from './outgoing.ts';

/** All that the view draws of a conversation. Replaced as a whole at every change, never changed in place. */
export interface ChatState {
  /** `failed`: no session could be had so far; it is tried again all the same. */
  phase: 'idle' | 'opening' | 'open' | 'failed';
  link: LinkState;
  session: WidgetSession | undefined;
  status: ConversationStatus;
  rows: readonly Activity[];
  /** There is more before the first of the rows, on the server. */
  hasEarlier: boolean;
  outgoing: readonly OutgoingItem[];
  /** Who is typing, as the server names them; an empty name is the bot. */
  typing: { name: string } | undefined;
  unread: number;
  /** The last message of the other side that came in while the page was open, for reading out. */
  news: Activity | undefined;
  /** Pictures sent from this page, by the id they were sent with: what the server has of them need not be loaded. */
  previews: ReadonlyMap<string, string>;
}

export const INITIAL_CHAT: ChatState = {
  phase: 'idle',
  link: 'connecting',
  session: undefined,
  status: { speaker: 'bot' },
  rows: [],
  hasEarlier: false,
  outgoing: [],
  typing: undefined,
  unread: 0,
  news: undefined,
  previews: new Map(),
};

/** What one new activity of the other side changes. `reading`: the customer has the conversation before their eyes. */
export function afterActivity(state: ChatState, activity: Activity, reading: boolean): ChatState {
  if (isOwn(activity, state.session?.userId)) return state;
  if (activity.type === 'typing') return { ...state, typing: { name: isFromAgent(activity) ? nameOf(activity) : '' } };
  if (activity.type === 'message') {
    return { ...state, typing: undefined, news: activity, unread: reading ? 0 : state.unread + 1 };
  }
  if (activity.type !== 'event') return state;
  if (activity.name === CLOSED_EVENT) return { ...state, typing: undefined, status: { speaker: 'bot' } };
  if (activity.name === STATUS_EVENT && isConversationStatus(activity.value)) {
    return { ...state, typing: undefined, status: activity.value };
  }
  return state;
}

export function isOwn(activity: Activity, userId: string | undefined): boolean {
  return activity.from.role === 'user' || (userId !== undefined && activity.from.id === userId);
}

export function isFromAgent(activity: Activity): boolean {
  return activity.channelData?.author === 'agent';
}

function nameOf(activity: Activity): string {
  return activity.from.name ?? '';
}
