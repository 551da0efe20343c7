import { expect } from 'chai';
import { Claims } from '../../store/claims.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

for (const engine of ENGINES) {
  describe(`claims on ${engine.name}`, () => {
    let opened: OpenEngine | null;
    let claims: Claims;
    before(async function () {
      opened = await engine.open();
      if (!opened) return this.skip();
      claims = new Claims(opened.database);
    });
    after(async () => opened?.close());

    it('gives a job to one of those who ask at once', async () => {
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, index) => claims.claim('a', { holder: `p${index}`, now: 1000, forMs: 500 })),
      );
      expect(won.filter(Boolean)).to.have.length(1);
    });

    it('lets its holder claim it again, and another when it has run out', async () => {
      expect(await claims.claim('b', { holder: 'one', now: 1000, forMs: 500 })).to.equal(true);
      expect(await claims.claim('b', { holder: 'two', now: 1400, forMs: 500 })).to.equal(false);
      expect(await claims.claim('b', { holder: 'one', now: 1400, forMs: 500 })).to.equal(true);
      expect(await claims.claim('b', { holder: 'two', now: 1901, forMs: 500 })).to.equal(true);
    });
  });
}
