import { App } from 'antd';
import { useRef, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import type { Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

type Say = (sessionId: string, said: { text: string; clientId: string }) => Promise<Result<unknown>>;

/** Says something to colleagues within a conversation. The same text tried again is the same, so that a lost answer says it once. */
export function useSayOnce({ id, conversationId }: SessionItem, call: Say) {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const tried = useRef<{ text: string; clientId: string } | null>(null);

  const say = async (text: string): Promise<boolean> => {
    if (tried.current?.text !== text) tried.current = { text, clientId: crypto.randomUUID() };
    setBusy(true);
    const result = await call(id, tried.current);
    setBusy(false);
    if (!result.ok) {
      void message.error(failureText(words, result.failure));
      return false;
    }
    tried.current = null;
    void desk.transcript(conversationId).refresh();
    return true;
  };
  return { say, busy };
}
