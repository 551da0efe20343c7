import { useEffect, useRef, useState } from 'preact/hooks';
import { WIDGET_STRINGS, type WidgetLanguage } from '../../../strings/widget/widget-language.ts';
import type { Chat } from '../connection/chat.ts';
import type { IdentitySource } from '../connection/page-identity.ts';
import { Launcher } from './launcher.tsx';
import { LiveRegion } from './live-region.tsx';
import { Panel } from './panel.tsx';
import { useChat, WidgetContext } from './widget-context.ts';

/** What the page outside may ask of the widget. */
export interface Remote {
  open(request?: { say?: string }): void;
  close(): void;
  setLanguage(language: WidgetLanguage): void;
  /** Who is signed in at the page: a token signed by its site, good once, or a function that fetches one when it is needed. */
  identify(source: IdentitySource): void;
  /** The customer has signed out of the page: the conversation ends for this browser. */
  logout(): Promise<void>;
}

export interface AppProps {
  chat: Chat;
  base: string;
  firstLanguage: WidgetLanguage;
  /** What the page may say of who is there. */
  identity: Pick<Remote, 'identify' | 'logout'>;
  /** Called once, when the widget can be asked for something. */
  onReady(remote: Remote): void;
  onLanguage(language: WidgetLanguage): void;
  /** The panel covers the page, or lets go of it. */
  onCover(covered: boolean): void;
}

export function App({ chat, base, firstLanguage, identity, onReady, onLanguage, onCover }: AppProps) {
  const [isOpen, setOpen] = useState(false);
  const [language, setLanguageState] = useState(firstLanguage);
  const [draft, setDraft] = useState('');
  const launcher = useRef<HTMLButtonElement>(null);
  const state = useChat(chat);
  const strings = WIDGET_STRINGS[language];

  function setLanguage(next: WidgetLanguage) {
    setLanguageState(next);
    chat.setLanguage(next);
    onLanguage(next);
  }

  function open({ say }: { say?: string } = {}) {
    setOpen(true);
    // Who comes with something to say is answered, not greeted.
    if (say !== undefined) chat.say(say);
    chat.begin({ greet: say === undefined });
  }

  function close() {
    setOpen(false);
    requestAnimationFrame(() => launcher.current?.focus());
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the remote is handed out once and only sets state.
  useEffect(() => onReady({ open, close: () => setOpen(false), setLanguage, ...identity }), []);
  useReading(chat, isOpen);

  return (
    <WidgetContext.Provider value={{ chat, base, language, strings }}>
      <div class="root" lang={strings.locale}>
        <Launcher
          buttonRef={launcher}
          isOpen={isOpen}
          unread={state.unread}
          onToggle={() => (isOpen ? close() : open())}
        />
        {isOpen && (
          <Panel
            state={state}
            draft={draft}
            onDraft={setDraft}
            onClose={close}
            onLanguage={setLanguage}
            onCover={onCover}
          />
        )}
        <LiveRegion state={state} silent={!isOpen} />
      </div>
    </WidgetContext.Provider>
  );
}

/** The customer reads while the panel is open on a page that is in front. */
function useReading(chat: Chat, isOpen: boolean) {
  useEffect(() => {
    const tell = () => chat.setReading(isOpen && document.visibilityState === 'visible');
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [chat, isOpen]);
}
