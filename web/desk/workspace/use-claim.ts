import { App } from 'antd';
import type { SessionDetail } from '../../protocol/desk/session.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { goTo } from '../app/use-route.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

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

  const show = (taken: SessionDetail) => {
    const { id, conversationId } = taken.session;
    desk.justTaken.set(id);
    desk.session(id).put(taken);
    void desk.sessions.refresh();
    void desk.transcript(conversationId).refresh();
    goTo({ page: 'conversations', sessionId: id, step: 'conversation' });
    void message.success(words.conversation.claimed);
  };

  const attempt = async (id: string): Promise<'won' | 'lost' | Failure> => {
    const result = await desk.api.claim(id);
    if (!result.ok) return isTaken(result.failure) ? 'lost' : result.failure;
    show(result.value);
    return 'won';
  };

  const claim = async (id: string) => {
    const outcome = await attempt(id);
    if (outcome === 'lost') await tellLost(id);
    else if (outcome !== 'won') void message.error(failureText(words, outcome));
  };

  /** The server's rule tells which is theirs to take. */
  const takeNext = async () => {
    const result = await desk.api.nextSession();
    if (result.ok) return show(result.value);
    void desk.sessions.refresh();
    const { failure } = result;
    const expected = failure.kind === 'refused' && (failure.code === 'queue_empty' || failure.code === 'no_room');
    void (expected ? message.warning(failureText(words, failure)) : message.error(failureText(words, failure)));
  };

  return { claim, takeNext };
}

function isTaken(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.code === 'already_claimed';
}
