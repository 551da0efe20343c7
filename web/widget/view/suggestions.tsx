import { safeUrl } from '../transcript/safe-url.ts';
import type { SuggestedAction } from '../wire/activity.ts';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

/** Replies offered under the last message. */
export function Suggestions({ actions }: { actions: SuggestedAction[] }) {
  const { strings } = useWidget();
  if (actions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not a form.
    <div class="suggestions" role="group" aria-label={strings.transcript.suggestions}>
      {actions.map((action) => (
        <Suggestion key={`${action.type}:${action.title}`} action={action} />
      ))}
    </div>
  );
}

function Suggestion({ action }: { action: SuggestedAction }) {
  const { chat, base } = useWidget();
  const value = typeof action.value === 'string' ? action.value : action.title;
  if (action.type === 'call') {
    return (
      <a class="chip" href={`tel:${value.replace(/^tel:/, '').replace(/[^\d+]/g, '')}`}>
        <Icon name="phone" size={17} />
        {action.title}
      </a>
    );
  }
  if (action.type === 'openUrl') {
    const href = safeUrl(value, base);
    return href === undefined ? null : (
      <a class="chip" href={href} target="_blank" rel="noopener noreferrer">
        {action.title}
        <Icon name="open" size={17} />
      </a>
    );
  }
  return (
    <button type="button" class="chip" onClick={() => chat.say(value)}>
      {action.title}
    </button>
  );
}
