import type { WidgetLanguage } from '../../../strings/widget/widget-language.ts';
import type { ChatState } from '../connection/chat-state.ts';
import { safeUrl } from '../transcript/safe-url.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { speakerWords } from './speaker-words.ts';
import { useWidget } from './widget-context.ts';

interface HeaderProps {
  state: ChatState;
  onClose(): void;
  onLanguage(language: WidgetLanguage): void;
}

/** Always says with whom one is speaking. */
export function Header({ state, onClose, onLanguage }: HeaderProps) {
  const { strings } = useWidget();
  const { status, session } = state;
  const words = session === undefined ? strings.header.connecting : speakerWords(status, strings);
  return (
    <div class="header">
      <Face state={state} />
      <div class="header-words">
        <h2>{session?.utility.shortName ?? strings.header.fallbackName}</h2>
        <p class={`speaker ${status.speaker}`}>
          {session !== undefined && <span class="speaker-dot" />}
          {words}
        </p>
      </div>
      <Menu hotline={session?.utility.hotline} onLanguage={onLanguage} />
      <button type="button" class="icon-button" aria-label={strings.header.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The utility's sign, or the initial of the person who is speaking. */
function Face({ state }: { state: ChatState }) {
  const { base } = useWidget();
  const { status, session } = state;
  const logo = session?.utility.logoUrl === undefined ? undefined : safeUrl(session.utility.logoUrl, base);
  if (status.speaker === 'agent') {
    return (
      <span class="face person" aria-hidden="true">
        {[...status.name][0] ?? ''}
      </span>
    );
  }
  return (
    <span class="face" aria-hidden="true">
      {logo === undefined ? <Icon name="bolt" size={24} filled /> : <img src={logo} alt="" />}
    </span>
  );
}
