import { isUtf8 } from 'node:buffer';
import { type Refusal, refuse } from './http-answer.ts';

export const MOST_NESTING = 64;

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * JSON out of bytes: `body_not_utf8`, `body_too_deep` and `body_not_json` are refused. In what comes back every string can
 * be stored anywhere: control characters and broken surrogates, which only escapes can smuggle in, are taken out.
 */
export function parseJson(bytes: Buffer): { readonly value: unknown } | Refusal {
  if (!isUtf8(bytes)) return refuse(400, 'body_not_utf8', { field: 'body' });
  if (isTooDeep(bytes)) return refuse(400, 'body_too_deep', { field: 'body' });
  const text = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return { value: SUSPICIOUS.test(text) ? cleaned(value) : value };
  } catch {
    // SyntaxError is all that JSON.parse throws: the caller's mistake, not a fault of ours.
    return refuse(400, 'body_not_json', { field: 'body' });
  }
}

/** Looks at bytes, before parsing builds anything: a byte of a multi-byte character is never a bracket. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === QUOTE) index = endOfString(bytes, index);
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > MOST_NESTING) return true;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}

function endOfString(bytes: Buffer, start: number): number {
  for (let index = start + 1; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === BACKSLASH) index += 1;
    else if (byte === QUOTE) return index;
  }
  return bytes.length;
}

/** An escaped control character or surrogate, or a key that means something to JavaScript. */
const SUSPICIOUS = /\\u00[01]|\\u007f|\\ud[89a-f]|\\b|\\f|\x7f|__proto__/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what this is for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replace(CONTROL, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, item]) => [cleaned(key), cleaned(item)]),
  );
}
