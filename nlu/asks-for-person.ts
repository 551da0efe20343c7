const CLAUSE_START = String.raw`(?:^|[，,。.!！?？;；、\s])`;
const CLAUSE_END = String.raw`(?=[，,。.!！?？;；~～\s]|$)`;

const CHINESE = new RegExp(
  `${CLAUSE_START}(?:请|請|麻烦|麻煩|快|快点|快點|赶紧|趕緊|马上|馬上|立刻|我要|我想|我需要|我|给我|給我|帮我|幫我|同我|可以|能不能|可不可以|直接|还是|還是|唔该|唔該|要|想){0,4}` +
    '(?:转|轉|找|接|换|換|叫|搵)(?:个|個|一个|一個|一下|到|去)?(?:人工|真人|人工客服|人工服务|人工服務|客服人员|客服人員|真人客服)(?:客服|服务|服務|座席|坐席)?' +
    `(?:吧|啊|呀|啦|处理|處理|跟我说|跟我說|行吗|行嗎|可以吗|可以嗎|好吗|好嗎|谢谢|謝謝|唔该|唔該){0,3}${CLAUSE_END}`,
  'u',
);

const ENGLISH = new RegExp(
  String.raw`(?:^|[,.;!?]\s*|\b(?:and|so|but|just|please|now)\s+)` +
    "(?:(?:can|could|may) i |i (?:want|need|wish|would like|'d like|demand) to |i (?:want|need|would like|'d like) |let me |please |just ){0,3}" +
    '(?:(?:speak|talk) (?:to|with) |get me |give me |put me through to |transfer me to |connect me (?:to|with) |pass me (?:on )?to )?' +
    '(?:an? |some |the )?(?:real |actual |live |human )?(?:person|human(?: being)?|agent|representative|operator|member of staff)' +
    String.raw`(?: please| now| instead| here| right now){0,3}(?=\s*(?:[,.;!?]|$))`,
  'iu',
);
/** What turns a bare "a person" into a wish. */
const WISH = /\b(?:speak|talk|get me|give me|put me|transfer|connect|pass me|want|need|like|let me)\b/iu;

/**
 * Whether one clause of a message is a plain wish for a person: "…, get me a human". It holds whatever else the message says,
 * of which it may be the smaller part. Words about such a wish ("nobody answered when I asked for a person") are none.
 */
export function asksForPerson(text: string): boolean {
  if (CHINESE.test(text)) return true;
  const found = ENGLISH.exec(text);
  return found !== null && WISH.test(found[0]);
}
