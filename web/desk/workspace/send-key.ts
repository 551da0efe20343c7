import type { KeyboardEvent } from 'react';

/** Enter, unless an input method is using it to take a word (Safari tells only by the key code). */
export function isSendKey(event: KeyboardEvent): boolean {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}
