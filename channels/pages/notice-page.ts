import type { BytesAnswer } from '../http/http-answer.ts';

/** A small page of our own in both languages, for whoever follows a link out of a chat. Nothing runs on it. */
export interface Notice {
  readonly zh: NoticeWords;
  readonly en: NoticeWords;
}

export interface NoticeWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
}

export interface NoticePage {
  readonly status: number;
  readonly nonce: string;
  /** `#rrggbb`. */
  readonly brand: string;
  readonly utility: { readonly zh: string; readonly en: string };
}

export function noticePage({ zh, en }: Notice, { status, nonce, brand, utility }: NoticePage): BytesAnswer {
  const html = `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(zh.title)} · ${escaped(en.title)}</title>
<style nonce="${nonce}">${STYLE.replaceAll('{{brand}}', brand)}</style>
</head>
<body>
<main>
<p class="utility">${escaped(utility.zh)} · <span lang="en">${escaped(utility.en)}</span></p>
<section>${sectionOf(zh, 'h1')}</section>
<section lang="en">${sectionOf(en, 'h2')}</section>
</main>
</body>
</html>
`;
  return {
    kind: 'bytes',
    status,
    contentType: 'text/html; charset=utf-8',
    bytes: html,
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-robots-tag': 'noindex',
    },
  };
}

function sectionOf({ title, lines, facts = [] }: NoticeWords, heading: 'h1' | 'h2'): string {
  const list = facts
    .map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`)
    .join('');
  return [
    `<${heading}>${escaped(title)}</${heading}>`,
    ...(list === '' ? [] : [`<dl>${list}</dl>`]),
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
  ].join('');
}

const STYLE = `
:root { color-scheme: light dark; --text: #1b2528; --soft: #55636a; --paper: #f3f6f6; --card: #fff; --line: #d5dcde; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eeef; --soft: #a5b3b8; --paper: #10181a; --card: #182224; --line: #33424a; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: var(--paper); color: var(--text);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", Roboto, sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 8px 24px 16px; background: var(--card); border: 1px solid var(--line);
  border-top: 4px solid {{brand}}; border-radius: 12px; overflow-wrap: anywhere; }
.utility { color: var(--soft); font-size: 14px; }
section + section { margin-top: 16px; padding-top: 8px; border-top: 1px solid var(--line); }
h1, h2 { margin: 8px 0; font-size: 20px; line-height: 1.3; }
h2 { font-size: 18px; }
p { margin: 8px 0; }
dl { margin: 12px 0; }
dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; padding: 6px 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
