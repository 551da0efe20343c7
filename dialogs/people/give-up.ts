import type { ReplyLanguage } from '../../domain/language.ts';
import type { Contact } from '../../domain/utility-profile.ts';
import type { UnitOfWork } from '../../store/unit-of-work.ts';
import { botWords } from '../../strings/bot/bot-words.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import { STATUS_EVENT } from '../../web/protocol/conversation.ts';
import { EMPTY_SUMMARY } from '../memory.ts';

/** A message that could not be handled after all tries: a kind sentence, whom to call in danger (it may have told of some), and a person. Touches nothing that may be what failed. */
export function giveUp(
  work: UnitOfWork,
  { contact, toTraditional }: { contact: Contact; toTraditional: ToTraditional },
): void {
  const language = (work.language ?? 'zh-Hans') as ReplyLanguage;
  const words = botWords(language).common.troubled({ hotline: contact.hotline, ...contact.emergency });
  const text = language === 'zh-Hant' ? toTraditional(words) : words;
  work.reply({ author: 'bot', kind: 'reply', body: JSON.stringify({ type: 'message', text }) });
  if (work.session.state === 'assigned' || work.session.state === 'queued') return;
  work.changeSession({
    state: 'queued',
    queued_at: work.now,
    summary: work.session.summary ?? JSON.stringify({ ...EMPTY_SUMMARY, handoffReason: 'dead_letter' }),
  });
  const status = { type: 'event', name: STATUS_EVENT, value: { speaker: 'waiting' } };
  work.reply({ author: 'system', kind: 'notice', body: JSON.stringify(status) });
}
