import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { contrast, rgbOf } from '../../web/widget/style/brand.ts';

const css = readFileSync(new URL('../../web/tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/(?::root|:host)[^{]*\{([^{}]*)\}/g)].map(([, body]) => tokensOf(body ?? ''));
const [light = new Map<string, string>(), ...dark] = blocks;

const GROUNDS = ['ground', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
const WORDS = ['text', 'text-soft', 'text-faint', 'brand-text', 'accent-text', 'ok', 'p1', 'p2', 'p3', 'p4'];
const PAIRS = [
  ...WORDS.flatMap((word) => GROUNDS.map((ground) => [word, ground] as const)),
  ...(['p1', 'p2', 'p3', 'p4'] as const).flatMap((p) => [
    [p, `${p}-soft`] as const,
    ['text', `${p}-soft`] as const,
    [`on-${p}`, `${p}-solid`] as const,
  ]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-brand-soft', 'brand'],
  ['on-accent', 'accent'],
  ['brand-text', 'brand-soft'],
  ['text', 'brand-soft'],
  ['text', 'accent-soft'],
  ['accent-text', 'accent-soft'],
  ['ok', 'ok-soft'],
] as const;

describe('the colour tokens', () => {
  it('say the same in both dark blocks', () => {
    expect(dark).to.have.length(2);
    expect([...(dark[0] ?? [])]).to.deep.equal([...(dark[1] ?? [])]);
  });

  it('give the dark the same names as the light, colours all', () => {
    const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
    expect([...(dark[0] ?? new Map<string, string>()).keys()].filter((name) => name !== '--shadow')).to.have.members(
      colours,
    );
  });

  for (const [scheme, tokens] of Object.entries({ light, dark: dark[0] ?? new Map<string, string>() })) {
    it(`keep words legible in the ${scheme} scheme`, () => {
      const poor = PAIRS.filter(([word, ground]) => contrastOf(tokens, word, ground) < 4.5);
      expect(poor).to.deep.equal([]);
    });
  }
});

function contrastOf(tokens: ReadonlyMap<string, string>, word: string, ground: string): number {
  const [a, b] = [rgbOf(tokens.get(`--${word}`)), rgbOf(tokens.get(`--${ground}`))];
  if (a === undefined || b === undefined) throw new Error(`no colour: ${word} or ${ground}`);
  return contrast(a, b);
}

function tokensOf(body: string): Map<string, string> {
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}
