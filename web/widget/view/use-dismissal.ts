import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Closes what is open on Escape and on a press outside it. Escape then goes no further: the panel stays. */
export function useDismissal(box: RefObject<HTMLElement | null>, isOpen: boolean, dismiss: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: dismissal does the same whenever it was made.
  useEffect(() => {
    const element = box.current;
    const root = element?.getRootNode();
    if (!isOpen || element === null || root === undefined) return;
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      dismiss();
    };
    const onPress = (event: Event) => {
      if (!event.composedPath().includes(element)) dismiss();
    };
    element.addEventListener('keydown', onKey);
    window.addEventListener('pointerdown', onPress);
    return () => {
      element.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', onPress);
    };
  }, [box, isOpen]);
}
