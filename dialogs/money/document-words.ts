import type { DocumentKind } from '../links.ts';

/** How a bill is wanted that is to be kept or passed on: on paper or as a picture. Null where it is not; an invoice is something else. */
export function documentAsked(said: string): Exclude<DocumentKind, 'usage'> | null {
  const text = said.normalize('NFKC').toLowerCase();
  if (INVOICE.test(text) || !(DOCUMENT.test(text) || BARE.test(text))) return null;
  return PICTURE.test(text) ? 'image' : 'pdf';
}

/** A way to pay here and now is wanted: a link, a page. Whoever asks how, is told how. */
export function payLinkAsked(said: string): boolean {
  const text = said.normalize('NFKC').toLowerCase();
  return PAY_LINK.test(text) && !HOW.test(text) && !PAID.test(text);
}

const INVOICE = /发票|發票|\binvoices?\b|\breceipts?\b/u;
const BILL_ZH = '(?:账单|帳單|賬單|电费单|電費單|缴费单|繳費單)';
const FORM_ZH = '(?:pdf|图片|圖片|照片|截图|截圖|文件|电子版|電子版|下载|下載|打印|列印|导出|匯出)';
const FORM_EN = '(?:pdf|picture|image|photo|copy|download|print|printout|file|document)';
const DOCUMENT = new RegExp(
  [
    `${BILL_ZH}.{0,6}${FORM_ZH}`,
    `${FORM_ZH}.{0,8}${BILL_ZH}`,
    `(?:电子|電子)${BILL_ZH}`,
    `\\b${FORM_EN}\\b.{0,24}\\b(?:bill|statement)\\b`,
    `\\b(?:bill|statement)\\b.{0,24}\\b${FORM_EN}\\b`,
    '\\be-?(?:bill|statement)\\b|\\belectronic (?:bill|statement)\\b',
  ].join('|'),
  'u',
);
const BARE = /^(?:发|發|给|給|send)?\s*(?:我|me)?\s*(?:an?\s+|the\s+)?(?:pdf|电子版|電子版)[。.!！]?$/u;
const PICTURE = /图片|圖片|照片|截图|截圖|\b(?:picture|image|photo|png|jpe?g)\b/u;
const PAY_ZH = '(?:缴费|繳費|交费|交費|付款|支付|付费|付費|(?:交|缴|繳|付)(?:电费|電費|钱|錢|款))';
const PAY_LINK = new RegExp(
  [
    `${PAY_ZH}的?(?:链接|鏈接|連結|网址|網址|页面|頁面)`,
    `(?:链接|鏈接|連結|网址|網址).{0,6}${PAY_ZH}`,
    `(?:在线|在線|網上|网上|线上|線上|手机上|手機上|直接|现在就?|現在就?|马上|馬上|立刻)(?:要|想|来)?${PAY_ZH}`,
    '\\b(?:pay(?:ment|ing)?|billing) (?:link|page|url)\\b',
    '\\b(?:link|page|website) (?:to|for|where i can) pay',
    '\\bpay (?:it |this |my bill |the bill |my electricity bill )?(?:now|online|right away|straight away)\\b',
  ].join('|'),
  'u',
);
const HOW = /怎么|怎麼|怎样|怎樣|如何|点样|點樣|\bhow\b|可以吗|\bways?\b/u;
/** Something went wrong with it, or it has been done. */
const PAID =
  /(?:付|交|缴|繳)(?:了|过|過|不了)|失败|失敗|没到账|未到账|重复|\b(?:paid|failed|error|twice|can(?:no|')t)\b/u;
