import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { WidgetLanguage } from '../../../strings/widget/widget-language.ts';
import type { ChatState } from '../connection/chat-state.ts';
import { openSuggestions } from '../transcript/entries.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { LinkLine } from './link-line.tsx';
import { Transcript } from './transcript.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useWidget } from './widget-context.ts';

interface PanelProps {
  state: ChatState;
  draft: string;
  onDraft(draft: string): void;
  onClose(): void;
  onLanguage(language: WidgetLanguage): void;
  onCover(covered: boolean): void;
}

export function Panel({ state, draft, onDraft, onClose, onLanguage, onCover }: PanelProps) {
  const { strings } = useWidget();
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const fullScreen = useFullScreen();

  useEffect(() => {
    onCover(fullScreen);
    return () => onCover(false);
  }, [fullScreen, onCover]);

  useLayoutEffect(() => {
    // On a touch screen the focus would push the keyboard over what is to be read.
    if (matchMedia('(pointer: coarse)').matches) panel.current?.focus();
    else input.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    else if (event.key === 'Tab' && fullScreen && panel.current !== null) keepFocusIn(panel.current, event);
  }

  const utility = state.session?.utility;
  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={fullScreen}
      aria-label={utility?.shortName ?? strings.header.fallbackName}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Header state={state} onClose={onClose} onLanguage={onLanguage} />
      <LinkLine state={state} />
      <Transcript state={state} suggestions={openSuggestions(state.rows, state.outgoing, state.session?.userId)} />
      <Composer inputRef={input} draft={draft} onDraft={onDraft} limits={state.session?.limits} />
    </div>
  );
}

/** While the panel covers the page, Tab goes round inside it. */
function keepFocusIn(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [
    ...panel.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), textarea, summary, [tabindex="0"]'),
  ];
  const root = panel.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const [first, last] = [stops[0], stops.at(-1)];
  const leaving = event.shiftKey ? active === first || active === panel : active === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
