import { ArrowLeftOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';
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
    <aside className="pane context-pane dispatch-pane" aria-label={title}>
      <header className="pane-head">
        <Button
          className="phone-only"
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={words.back}
          onClick={onClose}
        />
        <h1 className="figures">{number}</h1>
        <Button className="wide-only" type="text" onClick={onClose}>
          <span className="visually-hidden">{words.close}</span>
          <KeyCaps action="leave" />
          <CloseOutlined />
        </Button>
      </header>
      <div className="context-body" ref={body}>
        {children}
      </div>
    </aside>
  );
}
