import { asksQuestion } from '../../nlu/asks-question.ts';
import { bareField } from './field-round.ts';

export type ContactKind = 'phone' | 'address';

/** Which contact is to be changed; null where words about an account ask for something else, such as another name on it. */
export function contactChangeAsked(said: string): ContactKind | null {
  const text = said.normalize('NFKC').toLowerCase();
  if (OTHER.test(text)) return null;
  if (PHONE.test(text)) return 'phone';
  return ADDRESS.test(text) ? 'address' : null;
}

/** A mobile number of the mainland in words, the last one where several are: "from … to …". */
export function mobileIn(said: string): string | null {
  const joined = said.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/gu, '');
  const found = Array.from(joined.matchAll(/(?<!\d)(?:\+?86)?(?<mobile>1[3-9]\d{9})(?!\d)/gu));
  return found.at(-1)?.groups?.mobile ?? null;
}

const LONGEST = 200;

/** A new address for letters: what follows "to", or the whole answer where it was asked for. */
export function addressIn(said: string, pending: string | null): string | null {
  const text = said.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const named = LEAD.exec(text)?.groups?.address;
  const address = (named ?? (bareField(pending) === 'new_address' && !asksQuestion(text) ? text : '')).trim();
  if (address.length < 5 || address.length > LONGEST || /[\p{Cc}<>]/u.test(address)) return null;
  return /\p{L}{2}/u.test(address) && !/^(?:地址|手机|电话|my |the )/iu.test(address) ? address : null;
}

const OTHER =
  /过户|過戶|户名|戶名|改名|更名|销户|銷戶|注销|註銷|电价|電價|表箱|迁移|遷移|\b(?:owner(?:ship)?|transfer|close|closing|cancel|tariff|name on|rename|surname|married name)\b/u;
const PHONE =
  /手机|手機|电话|電話|号码|號碼|联系方式|聯繫方式|聯絡方式|\b(?:phone|mobile|cell|telephone|contact number|contact details)\b/u;
const ADDRESS = /地址|住址|\b(?:mailing |postal |billing |contact )?address\b/u;
const LEAD =
  /(?:改成|改为|改為|换成|換成|更新为|更新為|变更为|變更為|\bchange(?:d)?\b.{0,40}?\bto\b|\baddress is\b|\bto:)\s*[:：]?\s*(?<address>.+)$/iu;
