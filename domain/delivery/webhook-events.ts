/** What other systems can be told of. */
export const WEBHOOK_EVENTS = [
  'ticket.opened',
  'ticket.amended',
  'ticket.moved',
  'ticket.eta',
  'ticket.chased',
  'ticket.answered',
  'incident.opened',
  'incident.changed',
  'incident.eta',
  'incident.restored',
  'incident.closed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export type WebhookSubject = 'ticket' | 'incident';

/** The event that an entry of a history is to the world outside; null for what concerns our own people only. */
export function webhookEventOf(subject: WebhookSubject, entryType: string): WebhookEvent | null {
  const events = EVENT_OF[subject];
  // What every object inherits is no entry.
  return Object.hasOwn(events, entryType) ? (events[entryType] ?? null) : null;
}

/** That reports join an incident or leave it is in the tickets' own story, and in a storm would be most of it. */
const EVENT_OF: Readonly<Record<WebhookSubject, Readonly<Record<string, WebhookEvent>>>> = {
  ticket: {
    opened: 'ticket.opened',
    amended: 'ticket.amended',
    zone: 'ticket.amended',
    state: 'ticket.moved',
    eta: 'ticket.eta',
    chased: 'ticket.chased',
    supply_back: 'ticket.answered',
    still_out: 'ticket.answered',
  },
  incident: {
    opened: 'incident.opened',
    device: 'incident.changed',
    customers: 'incident.changed',
    severity: 'incident.changed',
    confirmed: 'incident.changed',
    crew: 'incident.changed',
    reopened: 'incident.changed',
    split: 'incident.changed',
    eta: 'incident.eta',
    restored: 'incident.restored',
    rejected: 'incident.closed',
    merged: 'incident.closed',
    closed: 'incident.closed',
  },
};
