import type { Chat } from './connection/chat.ts';

/** A page hidden for longer than this may have lost its socket without hearing of it. */
const SLEEP_MS = 20_000;

/** Tells the conversation when the network goes and comes, and when the page wakes from a sleep. */
export function watchDevice(chat: Chat): void {
  let hiddenAt: number | undefined;
  window.addEventListener('offline', () => chat.offline());
  window.addEventListener('online', () => chat.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (hiddenAt !== undefined && Date.now() - hiddenAt > SLEEP_MS && navigator.onLine) chat.wake();
  });
  // Back by the browser's history, from a page frozen as it stood.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) chat.wake();
  });
  if (!navigator.onLine) chat.offline();
}
