/** What words about money ask for, beyond what their intent tells. Pure; simplified, traditional and Cantonese characters, English. */

/** "Why is it so high?", "it has doubled": an explanation of a bill is wanted. */
export function asksWhy(text: string): boolean {
  const words = plain(text);
  return WHY.test(words) && !MISSING.test(words);
}

/** A bill that has not come, or cannot be seen. */
export function missesBill(text: string): boolean {
  return MISSING.test(plain(text));
}

/** What the bill is to be set against, where the words name it. */
export function yardsticksIn(text: string): { readonly month: boolean; readonly year: boolean } {
  const words = plain(text);
  const month = MONTH_BEFORE.test(words);
  const year = YEAR_BEFORE.test(words);
  return month || year ? { month, year } : { month: true, year: true };
}

/** The words speak of the customer's own account. */
export function isOwn(text: string): boolean {
  return OWN.test(plain(text));
}

const OWN = /我的|我家|我们家|我們家|我屋|我户|我戶|\bmy\b|\bour\b|\b(?:do|will|if|have|would) i\b|\bme\b/u;
const WHY =
  /为什么|為什麼|为何|為何|怎么(?:会|这么|那么|多|又|涨|高|贵)|怎麼(?:會|這麼|那麼|多|又|漲|高|貴)|点解|點解|咁(?:贵|貴|高|多)|这么(?:贵|高|多)|這麼(?:貴|高|多)|[贵貴高多涨漲][了咗]|偏高|太(?:贵|貴|高)|翻了?[倍番]|\bwhy\b|\b(?:so|too|way too|unusually|very) (?:high|much|expensive|big)\b|\b(?:went|go|gone|going|shot) up\b|\bhigher\b|\bdoubled\b|\btripled\b|\bincreased?\b|\bexplain\b/u;
const MISSING =
  /(?:还没|還沒|没有?|沒有?|未)(?:出|收到|看到|账单|賬單|帳單)|(?:看|查|打|交|付|缴|繳)不(?:到|了|开|開|出)|(?:\b(?:no|not|cannot)|n't)\b.{0,20}\b(?:bill|come|arrived?|received?|see|open|pay|get|got|download)\b/u;
const MONTH_BEFORE =
  /[比跟和同与與].{0,4}上个?個?月|\bthan (?:the )?(?:last|previous) month|\bcompared? (?:to|with) (?:the )?(?:last|previous) month/u;
const YEAR_BEFORE = /去年|上年|旧年|舊年|\blast year|\ba year ago|\byear before/u;

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
