/** Words that take back the account number that was given: "wrong account", "户号发错了". */
export function meansOtherAccount(text: string): boolean {
  return OTHER.test(text.normalize('NFKC').toLowerCase());
}

const OTHER =
  /\b(?:wrong|another|different|other) (?:account|number)\b|\bnot (?:the right|that) (?:account|number)\b|(?:户号|戶號|号码|號碼)[^，。,.]{0,4}(?:错|錯|不对|不對|唔啱)|(?:发|發|输|輸|填|写|寫|打)错(?:了)?(?:户号|戶號)|(?:发|發|输|輸|填|写|寫|打)错了$|换(?:一)?个户号|換(?:一)?個戶號/u;
