import { expect } from 'chai';
import { channelMessage } from '../../../channels/bot-framework/channel-message.ts';
import type { TranscriptActivity } from '../../../store/repositories/conversation-repository.ts';
import { CARD_CONTENT_TYPE, cardSchema } from '../../../web/protocol/card.ts';
import type { ConversationRig, RigConversation, RigReply } from '../../support/conversation-rig.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

/** What a slip of ours would show to a customer. */
const SLIPS = /undefined|\[object |\bNaN\b|\bnull\b|function \w+\(|\{\w+\}|\$\{/;

/** Whatever was said: it has been handled at the first try, it has an answer, and nothing is missing from the transcript. */
export async function expectHandled(conversation: RigConversation, said: string): Promise<TranscriptActivity[]> {
  const rows = await conversation.transcript();
  const what = shown(said);
  expect(
    rows.map(({ seq }) => seq),
    what,
  ).to.deep.equal(rows.map((_, index) => index + 1));
  for (const row of rows.filter(({ direction, author }) => direction === 'in' && author === 'customer')) {
    expect(row, what).to.include({ handling: 'done', tries: 1 });
  }
  return rows;
}

/** An answer that can be read, in every channel's dress, with nothing of ours showing through. */
export function expectReadable(replies: readonly RigReply[], said: string, rig: ConversationRig): void {
  const what = `${shown(said)}\nanswered: ${replies.map(({ text }) => text.slice(0, 300)).join('\n')}`;
  const messages = replies.filter(({ activity }) => activity.type === 'message');
  expect(messages, what).to.not.deep.equal([]);
  for (const { text, activity } of messages) {
    expect(text.trim(), what).to.not.equal('');
    const own = withoutQuotes(text.replaceAll(said.trim(), ''));
    if (!SLIPS.test(said)) expect(own, what).to.not.match(SLIPS);
    for (const { contentType, content } of (activity.attachments ?? []) as {
      contentType: string;
      content: unknown;
    }[]) {
      if (contentType === CARD_CONTENT_TYPE) cardSchema.parse(content);
    }
    for (const channelId of ['telegram', 'msteams', 'sms']) {
      const style = { channelId, language: 'zh-Hant', toTraditional: rig.services.toTraditional };
      expect(channelMessage(JSON.stringify(activity), style), what).to.have.property('text');
    }
  }
}

/** What quotes the customer may hold what the customer wrote, now or earlier in the conversation. */
function withoutQuotes(text: string): string {
  const lines = text.split('\n').filter((line) => !HOSTILE_TEXTS.some((hostile) => hostile.includes(line.trim())));
  return lines.join('\n');
}

/** For the message of an assertion. */
export function shown(said: string): string {
  return JSON.stringify(said.length > 120 ? `${said.slice(0, 120)}… (${said.length})` : said);
}
