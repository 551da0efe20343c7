import type { ConversationStatus } from '../../protocol/conversation.ts';
import { CLOSED_EVENT, STATUS_EVENT } from '../../protocol/wire-names.ts';
import { isFromAgent, isOwn } from '../connection/chat-state.ts';
import type { Delivery, OutgoingItem } from '../connection/outgoing.ts';
import { type Activity, clientActivityId } from '../wire/activity.ts';
import { isConversationStatus } from '../wire/session-check.ts';

export type Author = { kind: 'you' } | { kind: 'bot' } | { kind: 'agent'; name: string };

/** What the transcript shows, from top to bottom. */
export type Entry =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'note'; key: string; note: { kind: 'closed' } | { kind: 'speaker'; status: ConversationStatus } }
  | MessageEntry;

export interface MessageEntry {
  kind: 'message';
  /** The same before and after the echo, so that a message does not jump when it arrives. */
  key: string;
  author: Author;
  activity: Activity;
  /** Milliseconds since 1970. */
  at: number | undefined;
  startsGroup: boolean;
  endsGroup: boolean;
  /** Of one's own messages that the transcript does not hold yet. */
  delivery: Delivery | undefined;
}

const GROUP_MS = 5 * 60_000;

/** Rows and what is on its way out, as one list with days, notes and groups of messages by one author. */
export function entriesOf(
  rows: readonly Activity[],
  outgoing: readonly OutgoingItem[],
  userId: string | undefined,
): Entry[] {
  const entries: Entry[] = [];
  let speaker: ConversationStatus = { speaker: 'bot' };
  for (const row of rows) {
    if (row.type === 'message') push(entries, messageOf(row, userId));
    if (row.type !== 'event') continue;
    if (row.name === CLOSED_EVENT) {
      speaker = { speaker: 'bot' };
      dropReturnToBot(entries);
      entries.push({ kind: 'note', key: `note-${row.id}`, note: { kind: 'closed' } });
    } else if (row.name === STATUS_EVENT && isConversationStatus(row.value)) {
      const changed = isOther(speaker, row.value);
      speaker = row.value;
      if (changed) entries.push({ kind: 'note', key: `note-${row.id}`, note: { kind: 'speaker', status: speaker } });
    }
  }
  for (const item of outgoing) if (item.activity.type === 'message') push(entries, pendingOf(item));
  return entries;
}

/** The messages that offer replies now: only the last, and only as long as nothing has been said after it. */
export function openSuggestions(
  rows: readonly Activity[],
  outgoing: readonly OutgoingItem[],
  userId: string | undefined,
) {
  if (outgoing.some(({ activity, delivery }) => activity.type === 'message' && delivery.kind !== 'refused')) return [];
  const last = [...rows]
    .reverse()
    .find(({ type, name }) => type === 'message' || (type === 'event' && name === CLOSED_EVENT));
  return last?.type === 'message' && !isOwn(last, userId) ? (last.suggestedActions?.actions ?? []) : [];
}

function push(entries: Entry[], message: MessageEntry): void {
  const last = entries.at(-1);
  const lastAt = lastMessageTime(entries);
  if (message.at !== undefined && (lastAt === undefined || !sameDay(lastAt, message.at))) {
    entries.push({ kind: 'day', key: `day-${message.key}`, at: message.at });
  } else if (last?.kind === 'message' && sameAuthor(last.author, message.author) && isClose(last.at, message.at)) {
    last.endsGroup = false;
    message.startsGroup = false;
  }
  entries.push(message);
}

/** That the bot is back says nothing beside the end of the service. */
function dropReturnToBot(entries: Entry[]): void {
  const last = entries.at(-1);
  if (last?.kind === 'note' && last.note.kind === 'speaker' && last.note.status.speaker === 'bot') entries.pop();
}

function lastMessageTime(entries: readonly Entry[]): number | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.kind === 'message') return entry.at;
  }
  return undefined;
}

function messageOf(row: Activity, userId: string | undefined): MessageEntry {
  const at = row.timestamp === undefined ? Number.NaN : Date.parse(row.timestamp);
  return {
    kind: 'message',
    key: clientActivityId(row) ?? row.id ?? '',
    author: authorOf(row, userId),
    activity: row,
    at: Number.isNaN(at) ? undefined : at,
    startsGroup: true,
    endsGroup: true,
    delivery: undefined,
  };
}

function pendingOf(item: OutgoingItem): MessageEntry {
  const { activity, clientId, at, delivery } = item;
  return {
    kind: 'message',
    key: clientId,
    author: { kind: 'you' },
    activity: { ...activity, from: { id: '', role: 'user' }, channelData: { clientActivityID: clientId } },
    at,
    startsGroup: true,
    endsGroup: true,
    delivery,
  };
}

function authorOf(row: Activity, userId: string | undefined): Author {
  if (isOwn(row, userId)) return { kind: 'you' };
  return isFromAgent(row) ? { kind: 'agent', name: row.from.name ?? '' } : { kind: 'bot' };
}

function sameAuthor(a: Author, b: Author): boolean {
  return a.kind === b.kind && (a.kind !== 'agent' || b.kind !== 'agent' || a.name === b.name);
}

function isClose(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || Math.abs(b - a) < GROUP_MS;
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The place in line changes often and stands in the header; only another kind of speaker is worth a line. */
function isOther(a: ConversationStatus, b: ConversationStatus): boolean {
  return a.speaker !== b.speaker || (a.speaker === 'agent' && b.speaker === 'agent' && a.name !== b.name);
}
