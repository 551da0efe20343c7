import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { createKeyReader, type KeyAction } from './key-map.ts';

/** Who acts on which key: the newest comer first. A layer (a dialog) hides what lies below it. */
interface Registry {
  readonly handlers: { action: KeyAction; run: () => void }[];
  layers: number;
}

const KeysContext = createContext<Registry | null>(null);

export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState<Registry>(() => ({ handlers: [], layers: 0 }));
  useEffect(() => {
    const read = createKeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || registry.layers > 0) return;
      const action = read({
        key: event.key,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        composing: event.isComposing,
        inField: isField(event.target),
        onControl: event.target instanceof Element && event.target.closest(CONTROLS) !== null,
        at: event.timeStamp,
      });
      const handler = action === null ? undefined : registry.handlers.findLast((one) => one.action === action);
      if (handler === undefined) return;
      event.preventDefault();
      handler.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [registry]);
  return <KeysContext value={registry}>{children}</KeysContext>;
}

/** Acts on a key while the component is there; null leaves the key alone. */
export function useKey(action: KeyAction, run: (() => void) | null): void {
  const registry = useRegistry();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const active = run !== null;
  useEffect(() => {
    if (!active) return;
    const handler = { action, run: () => latest.current?.() };
    registry.handlers.push(handler);
    return () => {
      registry.handlers.splice(registry.handlers.indexOf(handler), 1);
    };
  }, [registry, action, active]);
}

/** While `open`, keys belong to the dialog alone. */
export function useKeyLayer(open: boolean): void {
  const registry = useRegistry();
  useEffect(() => {
    if (!open) return;
    registry.layers += 1;
    return () => {
      registry.layers -= 1;
    };
  }, [registry, open]);
}

function useRegistry(): Registry {
  const registry = useContext(KeysContext);
  if (registry === null) throw new Error('no keys above this component');
  return registry;
}

const CONTROLS = 'a, button, input, select, summary, [role="button"]';

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLTextAreaElement || isTextInput(target))
  );
}

function isTextInput(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(element.type);
}
