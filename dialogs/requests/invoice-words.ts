import { asksQuestion } from '../../nlu/asks-question.ts';
import { bareField } from './field-round.ts';

export type InvoiceKind = 'personal' | 'company';

/** What words say of an invoice. What is not said is absent. */
export interface InvoiceSaid {
  readonly kind?: InvoiceKind;
  readonly title?: string;
  /** As it was written; judged later. */
  readonly taxNumber?: string;
  readonly email?: string;
}

/** Longer titles there are none; what is longer is no title. */
const LONGEST_TITLE = 100;

/** Reads the parts of an invoice out of a message; `pending` is what was asked for, whose answer needs no name. Pure. */
export function invoiceIn(said: string, pending: string | null): InvoiceSaid {
  const text = said.normalize('NFKC').trim();
  const field = bareField(pending);
  const email = EMAIL.exec(text)?.[0].replace(/[.。]+$/u, '');
  const taxNumber = taxNumberIn(email ? text.replace(email, ' ') : text, field === 'tax_number');
  const named = TITLE.exec(text)?.groups?.title?.trim();
  const answered = field === 'title' && isBareTitle(text, { email, taxNumber }) ? text : undefined;
  const title = titleOf(named ?? answered);
  const kind = kindIn(text, title, taxNumber);
  return {
    ...(kind ? { kind } : {}),
    ...(title ? { title } : {}),
    ...(taxNumber ? { taxNumber } : {}),
    ...(email ? { email } : {}),
  };
}

/** Whether a message says something of the invoice that is being asked about, so that it is not taken for another matter. */
export function saysInvoice(said: string, pending: string | null): boolean {
  const { kind, title, taxNumber, email } = invoiceIn(said, pending);
  if (email !== undefined || taxNumber !== undefined) return true;
  const field = bareField(pending);
  if (asksQuestion(said)) return false;
  return field === 'title' ? title !== undefined : kind !== undefined || title !== undefined;
}

const LOCAL = "\\w.!#$%&'*+/=?^`{|}~-";
const EMAIL = new RegExp(`(?<![${LOCAL}])[${LOCAL}]+@[^\\s,，;；:：<>()（）"'“”\\p{Script=Han}]+`, 'iu');
const TAX_LEAD =
  /(?:税号|稅號|纳税人识别号|納稅人識別號|统一社会信用代码|統一社會信用代碼|信用代码|信用代碼|\btax(?:payer)?\s*(?:identification\s*)?(?:no\.?|number|id|code)|\bcredit code)\s*(?:is|是|为|為|改成|改为|改為|换成|換成|to|:|：)*\s*(?<code>[0-9a-z][0-9a-z -]{5,40})/iu;
const TAX_BARE = /(?<![0-9a-z])[0-9a-z]{18}(?![0-9a-z])/iu;
/** Eighteen signs in their groups, or some too few or too many: to be told what is wrong with them. */
const TAX_ANSWER = /(?<![0-9a-z])[0-9a-z](?:[ -]?[0-9a-z]){9,29}(?![0-9a-z])/iu;

function taxNumberIn(text: string, isAsked: boolean): string | undefined {
  const bare = TAX_BARE.exec(text)?.[0];
  if (bare) return bare;
  return TAX_LEAD.exec(text)?.groups?.code?.trim() ?? (isAsked ? TAX_ANSWER.exec(text)?.[0] : undefined);
}

const TITLE =
  /(?:发票抬头|發票抬頭|抬头|抬頭|开给|開給|开票名称|開票名稱|单位名称|單位名稱|公司名称|公司名稱|\b(?:invoice\s+)?title|\bmade out to|\bin the name of|\bcompany name)\s*(?:改成|改为|改為|换成|換成|写|寫|是|为|為|is|to|should be|:|：)*\s*(?<title>[^,，;；。\n]{2,120})/iu;
const PERSONAL = /个人|個人|私人|\b(?:personal|private|individual)\b/iu;
const COMPANY =
  /公司|企业|企業|单位|單位|工厂|工廠|学校|學校|医院|醫院|\b(?:company|business|corporate|firm|ltd|limited|inc)\b/iu;

function kindIn(text: string, title: string | undefined, taxNumber: string | undefined): InvoiceKind | undefined {
  if (taxNumber !== undefined) return 'company';
  if (title !== undefined && COMPANY.test(title)) return 'company';
  if (PERSONAL.test(text)) return 'personal';
  return COMPANY.test(text) ? 'company' : undefined;
}

function isBareTitle(text: string, { email, taxNumber }: { email: string | undefined; taxNumber: string | undefined }) {
  return (
    email === undefined &&
    taxNumber === undefined &&
    !asksQuestion(text) &&
    !/^(?:个人|個人|公司|企业|企業|单位|單位|personal|company|business)$/iu.test(text)
  );
}

function titleOf(said: string | undefined): string | undefined {
  const title = said?.replace(/\s+/gu, ' ').trim();
  if (title === undefined || title.length < 2 || title.length > LONGEST_TITLE) return undefined;
  if (/^(?:个人|個人|公司|企业|企業|单位|單位|personal|company|business)$/iu.test(title)) return undefined;
  // "The title is right" names none.
  if (RIGHT.test(title)) return undefined;
  return /\p{L}{2}/u.test(title) && !/[\p{Cc}<>]/u.test(title) ? title : undefined;
}

const RIGHT =
  /^(?:都)?(?:没错|沒錯|没问题|沒問題|没有问题|沒有問題|正确|正確|对的|對的|不用改|不变|不變)[了的呢]?$|^(?:is )?(?:all )?(?:right|correct|ok(?:ay)?|fine|good|unchanged)\b/iu;
