import type { SessionItem, SessionList } from '../../protocol/desk/session.ts';
import type { Alert } from './alert.ts';

/**
 * What calls for somebody in the step from one list of conversations to the next: danger that waits, a conversation that
 * has become theirs, words of a customer of theirs. The first list calls for nobody: it was there before they looked.
 */
export function sessionAlerts(before: SessionList | null, now: SessionList): Alert[] {
  if (before === null) return [];
  const wasMine = byId(before.mine);
  const wasQueued = byId(before.queued);
  return [
    ...now.queued
      .filter((item) => isDanger(item) && !isDanger(wasQueued.get(item.id)))
      .map((item) => sessionAlert('danger_waits', item)),
    ...now.mine.flatMap((item) => {
      const known = wasMine.get(item.id);
      if (known === undefined) return [sessionAlert('given', item)];
      if (isDanger(item) && !isDanger(known)) return [sessionAlert('danger', item)];
      return item.seq > known.seq && isFromCustomer(item) ? [sessionAlert('message', item)] : [];
    }),
  ];
}

function byId(items: readonly SessionItem[]): ReadonlyMap<string, SessionItem> {
  return new Map(items.map((item) => [item.id, item]));
}

function isDanger(item: SessionItem | undefined): boolean {
  return item?.severity === 'P1';
}

/** While a person serves, the bot speaks only where the customer has written of danger. */
function isFromCustomer({ previewAuthor }: SessionItem): boolean {
  return previewAuthor === 'customer' || previewAuthor === 'bot';
}

function sessionAlert(kind: Alert['kind'], { id, severity, skill }: SessionItem): Alert {
  return {
    kind,
    tag: id,
    route: { page: 'conversations', sessionId: id, step: 'conversation' },
    matter: { severity, skill },
  };
}
