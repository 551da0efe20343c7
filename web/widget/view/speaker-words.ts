import type { WidgetStrings } from '../../../strings/widget/widget-strings.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';

/** Who is speaking, as the header says it. */
export function speakerWords(status: ConversationStatus, { header }: WidgetStrings): string {
  if (status.speaker === 'agent') return header.agent(status.name);
  if (status.speaker === 'bot') return header.bot;
  if (status.place === undefined) return header.waiting;
  const place = header.waitingPlace(status.place);
  return status.minutes ? `${place} · ${header.waitingMinutes(status.minutes)}` : place;
}
