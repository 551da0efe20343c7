import type { ChatState } from '../connection/chat-state.ts';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

/** What stands where messages will be: waiting for the first ones, or words and a way out when none can come. */
export function Opening({ state, isEmpty }: { state: ChatState; isEmpty: boolean }) {
  const { strings, chat } = useWidget();
  const { phase, session, link } = state;
  if (phase === 'failed' && session === undefined) {
    return (
      <div class="failed">
        <span class="failed-sign">
          <Icon name="offline" size={30} />
        </span>
        <h3>{strings.opening.failedTitle}</h3>
        <p>{strings.opening.failedText}</p>
        <div class="failed-actions">
          <button type="button" class="action primary" onClick={() => chat.begin({ greet: true })}>
            {strings.opening.retry}
          </button>
          {chat.hotline !== undefined && (
            <a class="action" href={`tel:${chat.hotline}`}>
              <Icon name="phone" size={18} />
              {strings.opening.callInstead(chat.hotline)}
            </a>
          )}
        </div>
      </div>
    );
  }
  if (!isEmpty || link === 'offline') return null;
  return (
    <div class="loading">
      <span class="unseen">{strings.opening.loading}</span>
      <span class="bone wide" />
      <span class="bone" />
      <span class="bone wide" />
    </div>
  );
}
