import { z } from 'zod';
import type { DeskSession } from '../../store/repositories/desk-session-repository.ts';
import type { SessionItem } from '../../web/protocol/desk/session.ts';

export function sessionItemOf(session: DeskSession): SessionItem {
  return {
    id: session.id,
    conversationId: session.conversation_id,
    channel: session.channel,
    state: session.state,
    agentId: session.agent_id,
    agentDeskName: session.agent_desk_name,
    customerName: session.user_name,
    skill: session.skill,
    severity: session.severity,
    language: session.language,
    intent: session.intent,
    preview: session.last_body === null ? '' : previewOf(session.last_body),
    previewAuthor: session.last_author ?? 'system',
    seq: session.seq,
    openedAt: session.opened_at,
    queuedAt: session.queued_at,
    assignedAt: session.assigned_at,
    lastActivityAt: session.last_activity_at,
  };
}

const PREVIEW_LENGTH = 80;

const said = z.object({
  text: z.string().optional().catch(undefined),
  attachments: z
    .array(
      z.object({
        name: z.string().optional().catch(undefined),
        content: z.object({ title: z.string() }).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});

/** What an activity says, on one line: its words, else the title of its card or the name of its file. */
export function previewOf(body: string): string {
  const parsed = said.safeParse(JSON.parse(body));
  if (!parsed.success) return '';
  const { text, attachments = [] } = parsed.data;
  const words = [text, ...attachments.flatMap(({ content, name }) => [content?.title, name])].find((one) =>
    one?.trim(),
  );
  return shorten(words ?? '');
}

function shorten(words: string): string {
  const line = words
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= PREVIEW_LENGTH ? line : `${characters.slice(0, PREVIEW_LENGTH - 1).join('')}…`;
}
