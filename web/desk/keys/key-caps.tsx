import { type KeyAction, keyCaps } from './key-map.ts';

/** The keys of an action, small, beside its word. */
export function KeyCaps({ action }: { action: KeyAction }) {
  return (
    <span className="key-caps" aria-hidden="true">
      {keyCaps(action).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
