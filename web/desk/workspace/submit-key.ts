import type { KeyboardEvent } from 'react';

/** Ctrl or Command with Enter sends a form from anywhere in it. */
export function submitOnCtrlEnter(submit: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
}
