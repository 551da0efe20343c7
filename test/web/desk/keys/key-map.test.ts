import { expect } from 'chai';
import { createKeyReader, KEY_GROUPS, keyCaps, type Stroke } from '../../../../web/desk/keys/key-map.ts';

describe('the keys of the desk', () => {
  const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
    key,
    modified: false,
    composing: false,
    inField: false,
    onControl: false,
    at: 0,
    ...more,
  });
  const read = (...strokes: Stroke[]) => {
    const reader = createKeyReader();
    return strokes.map(reader);
  };
  const bindings = KEY_GROUPS.flatMap((group) => [...group.bindings]);

  it('are each bound once, and none stands in the way of a pair', () => {
    const keys = bindings.flatMap((binding) => [...binding.keys] as string[]);
    expect(new Set(keys).size).to.equal(keys.length);
    expect(keys.filter((key) => key === 'g')).to.deep.equal([]);
  });

  it('do what they are bound to', () => {
    for (const { action, keys } of bindings) {
      const strokes = keys[0].split(' ').map((key) => stroke(key));
      expect(read(...strokes).at(-1), keys[0]).to.equal(action);
    }
  });

  it('do the same with caps lock on', () => {
    expect(read(stroke('J'))).to.deep.equal(['next']);
  });

  it('leave to a field what is written in it, but for Escape', () => {
    const inField = { inField: true };
    expect(read(stroke('c', inField), stroke('/', inField), stroke('Escape', inField))).to.deep.equal([
      null,
      null,
      'leave',
    ]);
  });

  it('leave Enter to a button that has the focus', () => {
    expect(read(stroke('Enter', { onControl: true }), stroke('j', { onControl: true }))).to.deep.equal([null, 'next']);
    expect(read(stroke('Enter'))).to.deep.equal(['open']);
  });

  it('do not disturb an input method', () => {
    expect(read(stroke('c', { composing: true }), stroke('Escape', { composing: true, inField: true }))).to.deep.equal([
      null,
      null,
    ]);
  });

  it("leave the browser's own shortcuts alone", () => {
    expect(read(stroke('c', { modified: true }), stroke('r', { modified: true }))).to.deep.equal([null, null]);
  });

  it('make a pair only when the second follows soon', () => {
    expect(read(stroke('g', { at: 0 }), stroke('t', { at: 1_500 }))).to.deep.equal([null, 'goTickets']);
    expect(read(stroke('g', { at: 0 }), stroke('t', { at: 1_501 }))).to.deep.equal([null, 'setEta']);
  });

  it('take a key by itself after a broken pair', () => {
    expect(read(stroke('g'), stroke('j'), stroke('c'))).to.deep.equal([null, 'next', 'claim']);
  });

  it('are shown as they stand on the keyboard', () => {
    expect(keyCaps('claim')).to.deep.equal(['C']);
    expect(keyCaps('goTickets')).to.deep.equal(['G', 'T']);
    expect(keyCaps('leave')).to.deep.equal(['Esc']);
    expect(keyCaps('open')).to.deep.equal(['Enter']);
  });
});
