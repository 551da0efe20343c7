import { useEffect, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';

/** What colleagues said in a conversation counts as seen once its transcript stands before somebody who looks. */
export function useHeard({ conversationId }: SessionItem): void {
  const desk = useDesk();
  const words = useCell(desk.words);
  const transcript = useCell(desk.transcript(conversationId));
  const looking = useLooking();
  const shown = transcript.state === 'ready' ? (transcript.view.rows.at(-1)?.seq ?? 0) : 0;
  const said =
    words.state === 'ready' ? words.value.words.filter((word) => word.conversationId === conversationId) : [];
  // That it went to somebody else is to be seen in so many words.
  const unheard =
    said.some(({ seq }) => seq <= shown) && said.every(({ kind }) => kind === 'whisper' || kind === 'given');
  useEffect(() => {
    if (!looking || !unheard) return;
    void desk.api.heard(conversationId, shown).then(() => desk.words.refresh());
  }, [desk, conversationId, shown, looking, unheard]);
}

/** Whether the desk is in front of somebody. */
function useLooking(): boolean {
  const [looking, setLooking] = useState(() => document.hasFocus());
  useEffect(() => {
    const look = () => setLooking(document.hasFocus());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
    };
  }, []);
  return looking;
}
