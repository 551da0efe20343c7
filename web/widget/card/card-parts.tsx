import type { CardAction, Fact } from '../../protocol/card.ts';
import { safeUrl } from '../transcript/safe-url.ts';
import { Icon } from '../view/icon.tsx';
import { RichText } from '../view/rich-text.tsx';
import { useWidget } from '../view/widget-context.ts';

export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <RichText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Actions({ actions, small = false }: { actions: readonly CardAction[]; small?: boolean }) {
  if (actions.length === 0) return null;
  return (
    <div class={small ? 'actions small' : 'actions'}>
      {actions.map((action) => (
        <ActionButton key={`${action.type}:${action.label}`} action={action} />
      ))}
    </div>
  );
}

function ActionButton({ action }: { action: CardAction }) {
  const { chat, base } = useWidget();
  if (action.type === 'say') {
    return (
      <button type="button" class="action" onClick={() => chat.say(action.text)}>
        {action.label}
      </button>
    );
  }
  if (action.type === 'call') {
    return (
      <a class="action call" href={`tel:${action.number.replace(/[^\d+*#]/g, '')}`}>
        <Icon name="phone" size={18} />
        {action.label}
      </a>
    );
  }
  const href = safeUrl(action.url, base);
  return href === undefined ? null : (
    <a class="action" href={href} target="_blank" rel="noopener noreferrer">
      {action.label}
      <Icon name="open" size={16} />
    </a>
  );
}
