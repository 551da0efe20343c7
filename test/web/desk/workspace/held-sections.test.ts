import { expect } from 'chai';
import fc from 'fast-check';
import {
  type HeldRow,
  holdSections,
  ownHasChanged,
  showSections,
} from '../../../../web/desk/workspace/held-sections.ts';
import { sessionItem, sessionList } from './session-items.ts';

describe('lists under a hand', () => {
  const ids = (rows: readonly HeldRow[]) => rows.map(({ item, gone }) => (gone ? `(${item.id})` : item.id));

  it('stay as they are while new ones come in', () => {
    const held = holdSections(sessionList(['a', 'b']), sessionList(['new', 'a', 'b']));
    expect(ids(held.queued)).to.deep.equal(['a', 'b']);
    expect(held.changes).to.equal(1);
  });

  it('keep the place of one that has gone, and say so', () => {
    const held = holdSections(sessionList(['a', 'b', 'c']), sessionList(['a', 'c']));
    expect(ids(held.queued)).to.deep.equal(['a', '(b)', 'c']);
    expect(held.changes).to.equal(1);
  });

  it('tell who took it', () => {
    const latest = {
      ...sessionList(['b']),
      others: [sessionItem('a', { state: 'assigned', agentDeskName: '客服 07' })],
    };
    const [row] = holdSections(sessionList(['a', 'b']), latest).queued;
    expect(row?.gone).to.equal(true);
    expect(row?.item.agentDeskName).to.equal('客服 07');
  });

  it('show the latest words in their old places', () => {
    const latest = { ...sessionList([]), queued: [sessionItem('b'), sessionItem('a', { preview: 'fire' })] };
    const held = holdSections(sessionList(['a', 'b']), latest);
    expect(held.queued.map(({ item }) => [item.id, item.preview])).to.deep.equal([
      ['a', 'fire'],
      ['b', ''],
    ]);
  });

  it('have no changes when nothing came, went or moved', () => {
    const list = sessionList(['a', 'b'], ['m']);
    expect(holdSections(list, list)).to.deep.equal(showSections(list));
  });

  it('let the agent see at once what they did themselves', () => {
    expect(ownHasChanged(sessionList(['a', 'b']), sessionList(['b'], ['a']))).to.equal(true);
    expect(ownHasChanged(sessionList([], ['a']), sessionList([]))).to.equal(true);
    expect(ownHasChanged(sessionList(['a', 'b'], ['m']), sessionList(['c'], ['m']))).to.equal(false);
  });

  it('count a change whenever letting go would move something', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const held = holdSections(sessionList(before), sessionList(after));
        expect(ids(held.queued).map((id) => id.replaceAll(/[()]/g, ''))).to.deep.equal(before);
        expect(held.changes === 0).to.equal(before.join() === after.join());
      }),
    );
  });
});
