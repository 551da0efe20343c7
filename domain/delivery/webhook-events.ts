/** What other systems can be told of. */
export const WEBHOOK_EVENTS = [
  'ticket.opened',
  'ticket.amended',
  'ticket.moved',
  'ticket.eta',
  'ticket.chased',
  'ticket.answered',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** The event that an entry of a ticket's history is to the world outside; null for what concerns our own people only. */
export function webhookEventOf(entryType: string): WebhookEvent | null {
  return EVENT_OF[entryType] ?? null;
}

const EVENT_OF: Readonly<Record<string, WebhookEvent>> = {
  opened: 'ticket.opened',
  amended: 'ticket.amended',
  zone: 'ticket.amended',
  state: 'ticket.moved',
  eta: 'ticket.eta',
  chased: 'ticket.chased',
  supply_back: 'ticket.answered',
  still_out: 'ticket.answered',
};
