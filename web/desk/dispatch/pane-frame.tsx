import { type ReactNode, useRef } from 'react';
import { SidePane } from '../app/side-pane.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { useWords } from '../words/words-context.tsx';

interface PaneFrameProps {
  readonly title: string;
  readonly number: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is chosen, beside the board; in its place on a phone. Enter leads into it. */
export function PaneFrame({ title, number, onClose, children }: PaneFrameProps) {
  const { dispatch: words } = useWords();
  const body = useRef<HTMLDivElement>(null);
  useKey('open', () => (body.current?.querySelector<HTMLElement>('button, a, select') ?? body.current)?.focus());
  return (
    <SidePane kind="dispatch" label={title} heading={number} words={words} body={body} onClose={onClose}>
      {children}
    </SidePane>
  );
}
