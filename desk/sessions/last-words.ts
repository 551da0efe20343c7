import { z } from 'zod';
import type { DeskSessionRepository } from '../../store/repositories/desk-session-repository.ts';
import type { SessionItem } from '../../web/protocol/desk/session.ts';

/** What was said last in a conversation, shortened to a line. */
export interface LastWords {
  readonly preview: string;
  readonly author: SessionItem['previewAuthor'];
}

/** More than the desk lists at a time, for desks whose lists differ. */
const MOST_REMEMBERED = 5000;

/**
 * The last words of the conversations in a list. Every desk lists them again at every move of the queue, so they are
 * remembered, each with the seq it was read at: a transcript only grows, and nothing is new until its seq is.
 */
export class LastWordsReader {
  readonly #sessions: Pick<DeskSessionRepository, 'lastSaid'>;
  readonly #known = new Map<string, { readonly seq: number; readonly words: LastWords | undefined }>();

  constructor(sessions: Pick<DeskSessionRepository, 'lastSaid'>) {
    this.#sessions = sessions;
  }

  /** By conversation; those in which nothing was said are not in it. */
  async of(
    listed: readonly { readonly conversation_id: string; readonly seq: number }[],
  ): Promise<ReadonlyMap<string, LastWords>> {
    const unknown = listed.filter(({ conversation_id, seq }) => this.#known.get(conversation_id)?.seq !== seq);
    const found = new Map<string, LastWords>();
    for (const { conversation_id, author, body } of await this.#sessions.lastSaid(
      unknown.map(({ conversation_id }) => conversation_id),
    )) {
      found.set(conversation_id, { author, preview: previewOf(body) });
    }
    if (this.#known.size + unknown.length > MOST_REMEMBERED) this.#known.clear();
    for (const { conversation_id, seq } of unknown) {
      this.#known.set(conversation_id, { seq, words: found.get(conversation_id) });
    }
    for (const { conversation_id } of listed) {
      const words = found.get(conversation_id) ?? this.#known.get(conversation_id)?.words;
      if (words) found.set(conversation_id, words);
    }
    return found;
  }
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
function previewOf(body: string): string {
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
