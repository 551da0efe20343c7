import { expect } from 'chai';
import { SecretBox } from '../../../desk/accounts/secret-box.ts';
import { SigningKeyRepository } from '../../../store/repositories/signing-key-repository.ts';
import { DeskRig } from '../desk-rig.ts';

describe('secrets at rest', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
  });
  afterEach(() => rig.close());
  const box = (key: string | null) =>
    new SecretBox({ key, keys: new SigningKeyRepository(rig.database), now: () => rig.now });
  const OWN = 'a key of the operator, 32 characters or more';

  for (const [which, key] of [
    ['the operator’s key', OWN],
    ['a key in the database', null],
  ] as const) {
    it(`are sealed with ${which}: they open for their owner only, and not once they are tampered with`, async () => {
      const sealed = await box(key).seal('JBSWY3DPEHPK3PXP', 'anna');
      expect(sealed).to.not.include('JBSWY3DP');
      expect(await box(key).open(sealed, 'anna')).to.equal('JBSWY3DPEHPK3PXP');
      expect(await box(key).open(sealed, 'bo')).to.equal(null);
      const at = sealed.length - 5;
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(await box(key).open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'anna')).to.equal(null);
      for (const nonsense of ['', '.', 'x.y', `${sealed.split('.')[0]}.`]) {
        expect(await box(key).open(nonsense, 'anna')).to.equal(null);
      }
      expect(await box(key).seal('JBSWY3DPEHPK3PXP', 'anna'), 'never twice alike').to.not.equal(sealed);
    });
  }

  it('do not open without the operator’s key, nor with another; what the database’s key sealed stays good', async () => {
    const before = await box(null).seal('first', 'anna');
    const sealed = await box(OWN).seal('second', 'anna');
    expect(await box(OWN).open(before, 'anna')).to.equal('first');
    expect(await box(null).open(sealed, 'anna')).to.equal(null);
    expect(await box(`${OWN}!`).open(sealed, 'anna')).to.equal(null);
  });

  it('of two processes that begin at once are sealed with one key', async () => {
    const sealed = await Promise.all([1, 2, 3, 4].map(() => box(null).seal('same', 'anna')));
    expect(new Set(sealed.map((text) => text.split('.')[0])).size).to.equal(1);
    for (const text of sealed) expect(await box(null).open(text, 'anna')).to.equal('same');
  });
});
