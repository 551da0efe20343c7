import { ArrowLeftOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode, Ref } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';

interface SidePaneProps {
  /** Of the page it belongs to: `ticket`, `dispatch`. */
  readonly kind: string;
  /** As it is read out. */
  readonly label: string;
  readonly heading: string;
  readonly words: { readonly back: string; readonly close: string };
  readonly body?: Ref<HTMLDivElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is chosen from a list, beside it; in its place on a phone. */
export function SidePane({ kind, label, heading, words, body, onClose, children }: SidePaneProps) {
  return (
    <aside className={`pane context-pane ${kind}-pane`} aria-label={label}>
      <header className="pane-head">
        <Button
          className="phone-only"
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={words.back}
          onClick={onClose}
        />
        <h1 className="figures">{heading}</h1>
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
