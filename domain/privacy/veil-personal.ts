import { MASK, maskPersonal } from './mask-personal.ts';

/** What names a row or an address of ours, and so is nothing that anybody has said. */
const NAMES_OF_ROWS = /^(number|next|cursor|type|contentType|contentUrl|thumbnailUrl)$|(^id|Ids?|ids|Numbers?)$/;
/** What opens a customer's bill, or the page to pay it at, for whoever has the address. */
const SIGNED = /([?&](?:link|reference)=)([^\s&"'<>]+)/g;
/** What tells who somebody is by itself. */
const TELLS_WHO = new Set(['customerName', 'phone', 'holder']);

/**
 * What is shown of customers to those who judge service and need not know whom it was given to: names, telephone and account
 * numbers, e-mail and the digits of addresses are masked wherever they stand, in words too. Lengths stay, so spans stay true.
 */
export function veilPersonal<T>(shown: T): T {
  return veiled(shown, '', '') as T;
}

function veiled(value: unknown, key: string, within: string): unknown {
  if (typeof value === 'string') return veiledText(value, key, within);
  if (Array.isArray(value)) return value.map((item) => veiled(item, key, within));
  if (typeof value !== 'object' || value === null) return value;
  const isCustomers = 'author' in value && value.author === 'customer';
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      veiled(item, isCustomers && name === 'authorName' ? 'customerName' : name, key),
    ]),
  );
}

function veiledText(text: string, key: string, within: string): string {
  const tells =
    TELLS_WHO.has(key) || (within === 'account' && key === 'number') || (within === 'from' && key === 'name');
  if (tells) return text.replace(/[^\s]/gu, MASK);
  if (NAMES_OF_ROWS.test(key)) return shut(text);
  return shut(key === 'place' ? maskPersonal(text, { places: [text] }) : maskPersonal(text));
}

function shut(text: string): string {
  return text.replace(SIGNED, (_link, name: string, token: string) => name + MASK.repeat(token.length));
}
