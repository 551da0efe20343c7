const LEAD =
  /^(?:不对|不對|不是|唔係|唔系|错了|錯了|搞错了|说错了|講錯|更正|不好意思|sorry|no|nope|wrong|not|correction|actually)[\s,，、。.!！:：]*(?:[^,，。]{0,12}[,，]\s*)?(?:应该是|應該是|應該係|是|係|系|it'?s|it is|that'?s|should be|make that|i meant|i mean)?\s*/iu;
const PART =
  /^(?:(?:\d+|[一二三四五六七八九十]+|[A-Za-z])\s*(?:栋|棟|幢|座|号楼|號樓|单元|單元|楼|樓|层|層|室|房|号|號|巷|组|組)|(?:building|block|unit|flat|room|floor|number|no\.?|apartment|apt\.?)\s*#?[\dA-Za-z-]+)[\dA-Za-z\p{Script=Han}\s,-]{0,30}$/iu;

/** The finer part of an address with which somebody corrects what they said: "不对，是5栋", "no, building 5". Null where the words are none. */
export function correctionIn(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]+$/u, '');
  const lead = LEAD.exec(plain)?.[0];
  if (!lead) return null;
  const said = plain.slice(lead.length);
  return PART.test(said) ? said : null;
}
