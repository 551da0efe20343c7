import { MessageOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { useRoute } from '../app/use-route.ts';
import { useWords } from '../words/words-context.tsx';

/** What colleagues said or did, on every page until it has been seen; what is open before the reader needs no word. */
export function WordBar() {
  const { floor: words } = useWords();
  const desk = useDesk();
  const route = useRoute();
  const loaded = useResource(desk.words);
  const open = route.page === 'conversations' ? route.sessionId : null;
  const others =
    loaded.state === 'ready'
      ? loaded.value.words.filter(({ kind, sessionId }) => kind !== 'whisper' || sessionId !== open)
      : [];
  const [first, ...more] = others;
  if (first === undefined) return null;
  const see = async () => {
    await desk.api.heard(first.conversationId, first.seq);
    await desk.words.refresh();
  };
  return (
    <section className="notice-bar notice-word" role="status" aria-label={words.words}>
      <MessageOutlined />
      <p>
        <strong>{words.word[first.kind](first.from)}</strong>{' '}
        <a href={formatRoute({ page: 'conversations', sessionId: first.sessionId, step: 'conversation' })}>
          {words.wordOpen}
        </a>
        {more.length > 0 && <span> {words.moreAlerts(more.length)}</span>}
      </p>
      <Button size="small" onClick={() => void see()}>
        {words.wordSeen}
      </Button>
    </section>
  );
}
