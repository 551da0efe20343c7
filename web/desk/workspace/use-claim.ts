import { App } from 'antd';
import type { SessionItem } from '../../protocol/desk/session.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { goTo } from '../app/use-route.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** How many of the queue are tried where others are quicker. */
const TRIES = 5;

/** Taking over: exactly one agent wins, and whoever does not is told who has. */
export function useClaim() {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();

  const tellLost = async (id: string) => {
    await Promise.all([desk.session(id).refresh(), desk.sessions.refresh()]);
    const detail = desk.session(id).get();
    const name = detail.state === 'ready' ? detail.value.session.agentDeskName : null;
    void message.warning(
      name === null ? words.conversation.alreadyClaimedUnknown : words.conversation.alreadyClaimed(name),
      4,
    );
  };

  const attempt = async (id: string): Promise<'won' | 'lost' | Failure> => {
    const result = await desk.api.claim(id);
    if (!result.ok) return isTaken(result.failure) ? 'lost' : result.failure;
    desk.justTaken.set(id);
    desk.session(id).put(result.value);
    void desk.sessions.refresh();
    void desk.transcript(result.value.session.conversationId).refresh();
    goTo({ page: 'conversations', sessionId: id, step: 'conversation' });
    void message.success(words.conversation.claimed);
    return 'won';
  };

  const claim = async (id: string) => {
    const outcome = await attempt(id);
    if (outcome === 'lost') await tellLost(id);
    else if (outcome !== 'won') void message.error(failureText(words, outcome));
  };

  const takeNext = async (queue: readonly SessionItem[]) => {
    for (const { id } of queue.slice(0, TRIES)) {
      const outcome = await attempt(id);
      if (outcome === 'won') return;
      if (outcome !== 'lost') return void message.error(failureText(words, outcome));
    }
    void desk.sessions.refresh();
    void message.warning(words.conversation.alreadyClaimedUnknown);
  };

  return { claim, takeNext };
}

function isTaken(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.code === 'already_claimed';
}
