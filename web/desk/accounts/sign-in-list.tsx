import { App, Button } from 'antd';
import { useCallback } from 'react';
import type { SignInList as Page, SignInItem } from '../../protocol/desk/account.ts';
import type { Result } from '../api/failure.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { usePages } from '../states/use-pages.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';

interface SignInListProps {
  /** Must stay the same while whose sign-ins they are does. */
  readonly ask: (cursor: string | null) => Promise<Result<Page>>;
  readonly end: (id: string) => Promise<Result<undefined>>;
  /** Ends all of them, or all others; `allWord` is what the button says. */
  readonly endAll: () => Promise<Result<undefined>>;
  readonly allWord: string;
}

/** Where somebody is signed in, each to be ended. */
export function SignInList({ ask, end, endAll, allWord }: SignInListProps) {
  const words = useWords();
  const { own, staff } = words.accounts;
  const { message } = App.useApp();
  const { items, failure, busy, more, refresh } = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await ask(cursor);
        return result.ok ? { ok: true, value: { items: result.value.sessions, next: result.value.next } } : result;
      },
      [ask],
    ),
  );
  const ending = async (call: () => Promise<Result<undefined>>) => {
    const result = await call();
    if (result.ok) void message.success(own.ended);
    else void message.error(failureText(words, result.failure));
    refresh();
  };
  if (items === null) {
    return failure === null ? <LoadingRows rows={2} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  if (items.length === 0) return <p className="faint">{own.noSignIns}</p>;
  return (
    <>
      <ul className="sign-ins">
        {items.map((item) => (
          <SignInRow key={item.id} item={item} onEnd={() => void ending(() => end(item.id))} />
        ))}
      </ul>
      <div className="account-buttons">
        {more !== null && (
          <Button loading={busy} onClick={more}>
            {staff.more}
          </Button>
        )}
        {items.some(({ current }) => !current) && <Button onClick={() => void ending(endAll)}>{allWord}</Button>}
      </div>
    </>
  );
}

function SignInRow({ item, onEnd }: { item: SignInItem; onEnd: () => void }) {
  const { words, format } = useWording();
  const { own } = words.accounts;
  const device = item.device === '' ? own.unknownDevice : item.device;
  return (
    <li>
      <div>
        <strong>{device}</strong> {item.current && <span className="here-tag">{own.thisOne}</span>}
        <p className="faint figures">
          {[
            own.since(format.moment(item.createdAt)),
            own.seen(format.moment(item.lastSeenAt)),
            item.address,
            item.method === 'provider' ? own.viaProvider : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      </div>
      {!item.current && (
        <Button size="small" aria-label={`${own.end}: ${device}`} onClick={onEnd}>
          {own.end}
        </Button>
      )}
    </li>
  );
}
