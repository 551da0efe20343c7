import { z } from 'zod';
import { integrationIncident } from '../../desk/integration/integration-incident.ts';
import { integrationTicket } from '../../desk/integration/integration-ticket.ts';
import { jsonText } from '../../store/json-text.ts';
import type { WebhookContent, WebhookDelivery } from '../../store/repositories/webhook-repository.ts';
import type { WebhookMessage } from '../../web/protocol/integration.ts';

/** What is sent of an event; nothing that our people wrote for each other. */
export function webhookMessage(
  { type, contacts }: Pick<WebhookDelivery, 'type' | 'contacts'>,
  { event, subject }: WebhookContent,
): WebhookMessage {
  return {
    type,
    timestamp: moment(event.at),
    data: {
      ...subjectOf(subject, contacts),
      by: roleOf(event.actor),
      change: changeOf(type, data.parse(event.data)),
    },
  };
}

function subjectOf(
  subject: WebhookContent['subject'],
  contacts: boolean,
): Pick<WebhookMessage['data'], 'ticket' | 'incident'> {
  if (subject.kind === 'ticket') return { ticket: integrationTicket(subject.ticket, { contacts }) };
  return { incident: integrationIncident(subject.incident) };
}

/** The same for every try and every endpoint: what a receiver knows a message again by. */
export function webhookId({ subjectId, seq }: Pick<WebhookDelivery, 'subjectId' | 'seq'>): string {
  return `evt_${subjectId}_${seq}`;
}

const data = jsonText().pipe(z.record(z.string(), z.unknown()));
type EventData = z.infer<typeof data>;

/** Names of our people stay with us. */
function roleOf(actor: string): string {
  return ['customer', 'bot', 'system'].includes(actor) || actor.startsWith('api:') ? actor : 'staff';
}

function changeOf(type: string, { from, to, at, crew, source, back }: EventData): Record<string, unknown> {
  switch (type) {
    case 'ticket.moved':
      return { from, to, ...(crew === undefined ? {} : { crew }) };
    case 'ticket.eta':
      return { from: momentOrNull(from), to: momentOrNull(to), ...(source === undefined ? {} : { source }) };
    case 'incident.eta':
      return { to: momentOrNull(at), ...(source === undefined ? {} : { source }) };
    case 'ticket.answered':
      return { supplyBack: back === true };
    default:
      return {};
  }
}

function moment(at: number): string {
  return new Date(at).toISOString();
}

function momentOrNull(at: unknown): string | null {
  return typeof at === 'number' ? moment(at) : null;
}
