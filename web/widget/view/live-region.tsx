import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../connection/chat-state.ts';
import { isFromAgent } from '../connection/chat-state.ts';
import type { Activity } from '../wire/activity.ts';
import { isCard } from '../wire/card-check.ts';
import { speakerWords } from './speaker-words.ts';
import { useWidget } from './widget-context.ts';

/** Says to screen readers what is new: each message of the other side, and who is speaking. Apart from the transcript, which would be read out anew. */
export function LiveRegion({ state, silent }: { state: ChatState; silent: boolean }) {
  const { strings } = useWidget();
  const [words, setWords] = useState('');
  const { news, status, link } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message is news, not another language.
  useEffect(() => {
    if (news === undefined || silent) return;
    const from = isFromAgent(news) ? (news.from.name ?? '') : strings.transcript.bot;
    setWords(strings.announce.message(from, spoken(news)));
  }, [news]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another speaker is news.
  useEffect(() => {
    if (!silent && status.speaker !== 'bot') setWords(speakerWords(status, strings));
  }, [status.speaker]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the network's going is news.
  useEffect(() => {
    if (!silent && link === 'offline') setWords(strings.link.offline);
  }, [link]);

  return (
    <div class="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}

function spoken(activity: Activity): string {
  const cards = (activity.attachments ?? []).map(({ content }) => content).filter(isCard);
  const ofCards = cards.map((card) => (card.kind === 'safety' ? [card.title, ...card.lines].join('\n') : card.title));
  return [activity.text ?? '', ...ofCards].filter((part) => part !== '').join('\n');
}
