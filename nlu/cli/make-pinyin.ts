import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

/** Writes nlu/normalise/pinyin.txt: for each syllable (without tone) the common simplified characters read so. Run by hand. */
const bySyllable = new Map<string, string[]>();
const decoder = new TextDecoder('gb2312');
/** GB 2312's hanzi: rows 16 to 87 of 94 cells. */
for (let row = 0xb0; row <= 0xf7; row += 1) {
  for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
    const sign = decoder.decode(Uint8Array.of(row, cell));
    if (!/^\p{Script=Han}$/u.test(sign)) continue;
    add(sign);
  }
}
for (const sign of '冇咗喺嘅哋嘢嚟嗰啲揾畀瞓攞埗滘涌墩吓') add(sign);

function add(sign: string): void {
  const syllable = pinyin(sign, { toneType: 'none', v: true });
  if (!/^[a-zü]+$/.test(syllable)) return;
  const signs = bySyllable.get(syllable) ?? [];
  if (!signs.includes(sign)) signs.push(sign);
  bySyllable.set(syllable, signs);
}

const lines = [...bySyllable]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([syllable, signs]) => `${syllable} ${signs.join('')}`);
writeFileSync(fileURLToPath(new URL('../normalise/pinyin.txt', import.meta.url)), `${lines.join('\n')}\n`);
