import type { Entry } from '../transcript/entries.ts';
import { dayWords } from './time-words.ts';
import { useWidget } from './widget-context.ts';

export function DayLine({ at }: { at: number }) {
  const { strings } = useWidget();
  return <p class="day">{dayWords(at, Date.now(), strings)}</p>;
}

/** What happened in the conversation apart from its messages. */
export function NoteLine({ note }: { note: Extract<Entry, { kind: 'note' }>['note'] }) {
  const { strings } = useWidget();
  return (
    <p class={`note ${note.kind}`}>
      <span>{noteWords(note, strings.transcript)}</span>
    </p>
  );
}

function noteWords(
  note: Extract<Entry, { kind: 'note' }>['note'],
  words: ReturnType<typeof useWidget>['strings']['transcript'],
): string {
  if (note.kind === 'closed') return words.closed;
  if (note.status.speaker === 'agent') return words.toAgent(note.status.name);
  return note.status.speaker === 'waiting' ? words.toWaiting : words.toBot;
}
