import { useEffect } from 'react';
import { useDesk } from '../app/desk-context.tsx';

/** The server counts who has not said so for longer than this, and some, as gone, ms. */
const EVERY = 15_000;

/** Says that one listens to a conversation while it is looked at. */
export function useListening(sessionId: string, active: boolean): void {
  const { api } = useDesk();
  useEffect(() => {
    if (!active) return;
    const say = () => void api.listen(sessionId, true);
    say();
    const timer = window.setInterval(say, EVERY);
    return () => {
      window.clearInterval(timer);
      void api.listen(sessionId, false);
    };
  }, [api, sessionId, active]);
}
