import { useMemo, useState } from 'preact/hooks';
import type { ChatState } from '../connection/chat-state.ts';
import { entriesOf, type MessageEntry } from '../transcript/entries.ts';
import { givenRatings } from '../transcript/ratings.ts';
import type { SuggestedAction } from '../wire/activity.ts';
import { Icon } from './icon.tsx';
import { Message } from './message.tsx';
import { DayLine, NoteLine } from './notes.tsx';
import { Opening } from './opening.tsx';
import { Suggestions } from './suggestions.tsx';
import { TypingLine } from './typing-line.tsx';
import { useFollowing } from './use-following.ts';
import { useWidget } from './widget-context.ts';

/** Endless conversations are drawn from their end; more at a press. */
const PAGE = 120;

export function Transcript({ state, suggestions }: { state: ChatState; suggestions: SuggestedAction[] }) {
  const { strings, chat } = useWidget();
  const { rows, outgoing, session } = state;
  const [shown, setShown] = useState(PAGE);
  const entries = useMemo(() => entriesOf(rows, outgoing, session?.userId), [rows, outgoing, session?.userId]);
  const ratings = useMemo(() => givenRatings(rows, outgoing), [rows, outgoing]);
  const visible = entries.slice(-shown);

  function showEarlier() {
    setShown(shown + PAGE);
    if (entries.length <= shown + PAGE && state.hasEarlier) void chat.loadEarlier();
  }
  const last = entries.filter((entry): entry is MessageEntry => entry.kind === 'message').at(-1);
  const { box, list, isAway, toEnd } = useFollowing(entries);

  return (
    <div class="transcript-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <section ref={box} class="transcript" aria-label={strings.transcript.label} tabIndex={0}>
        <div ref={list} class="transcript-list">
          {(entries.length > shown || state.hasEarlier) && (
            <button type="button" class="quiet-button" onClick={showEarlier}>
              {strings.transcript.earlier}
            </button>
          )}
          <Opening state={state} isEmpty={entries.length === 0} />
          {visible.map((entry) => {
            if (entry.kind === 'day') return <DayLine key={entry.key} at={entry.at} />;
            if (entry.kind === 'note') return <NoteLine key={entry.key} note={entry.note} />;
            return (
              <Message
                key={entry.key}
                entry={entry}
                isLastOwn={entry === last && entry.author.kind === 'you'}
                previews={state.previews}
                ratings={ratings}
              />
            );
          })}
          {state.typing !== undefined && <TypingLine name={state.typing.name} />}
          <Suggestions actions={suggestions} />
        </div>
      </section>
      {isAway && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" size={18} />
          {state.unread > 0 ? strings.launcher.unread(state.unread) : strings.transcript.newest}
        </button>
      )}
    </div>
  );
}
