import { expect } from 'chai';
import { keepIn } from '../../../../web/widget/connection/key-value.ts';

describe('what the browser keeps', () => {
  it('stands in its storage under the prefix', () => {
    const { storage, entries } = fakeStorage();
    const kept = keepIn(storage, 'sb ');
    kept.set('a', '1');
    expect([...entries]).to.deep.equal([['sb a', '1']]);
    expect(kept.get('a')).to.equal('1');
    kept.remove('a');
    expect(kept.get('a')).to.equal(undefined);
  });

  it('is held in memory where the storage refuses', () => {
    const { storage, refuse } = fakeStorage();
    const kept = keepIn(storage, '');
    kept.set('a', 'old');
    refuse();
    kept.set('a', 'new');
    expect(kept.get('a')).to.equal('new');
  });

  it('is held in memory where there is no storage', () => {
    const kept = keepIn(undefined, '');
    kept.set('a', '1');
    expect(kept.get('a')).to.equal('1');
    kept.remove('a');
    expect(kept.get('a')).to.equal(undefined);
  });
});

function fakeStorage() {
  const entries = new Map<string, string>();
  let isFull = false;
  const storage: Storage = {
    length: 0,
    clear: () => entries.clear(),
    key: () => null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new Error('QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
  return {
    storage,
    entries,
    refuse: () => {
      isFull = true;
    },
  };
}
