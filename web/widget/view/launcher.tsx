import type { RefObject } from 'preact';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

interface LauncherProps {
  buttonRef: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  unread: number;
  onToggle(): void;
}

export function Launcher({ buttonRef, isOpen, unread, onToggle }: LauncherProps) {
  const { strings } = useWidget();
  const { open, close, unread: unreadWords, label } = strings.launcher;
  const words = isOpen ? close : unread > 0 ? `${open}, ${unreadWords(unread)}` : open;
  return (
    <button
      ref={buttonRef}
      type="button"
      class={isOpen ? 'launcher open' : 'launcher'}
      aria-label={words}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <Icon name={isOpen ? 'down' : 'chat'} size={28} />
      {!isOpen && <span class="launcher-label">{label}</span>}
      {!isOpen && unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
    </button>
  );
}
