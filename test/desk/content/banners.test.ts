import { expect } from 'chai';
import { listBanners, postBanner, removeBanner } from '../../../desk/content/banners.ts';
import { DeskRig } from '../desk-rig.ts';

describe('banners', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
  });
  afterEach(() => rig.close());

  const words = { textZh: '南城部分停电', textEn: 'Part of Nancheng is without power' };

  it('stand from now until their time, and stay listed after it', async () => {
    const supervisor = await rig.hire(['supervisor']);
    const { banners } = rig.parts.repositories;
    const posted = await postBanner(rig.parts, supervisor, { ...words, untilAt: rig.now + 1000 });
    const lasting = await postBanner(rig.parts, supervisor, { ...words, untilAt: null });
    const standing = async () => (await banners.standing(rig.now)).map(({ id }) => id);
    expect(await standing()).to.have.members([posted?.id, lasting?.id]);
    rig.now += 1000;
    expect(await standing()).to.deep.equal([lasting?.id]);
    expect(await listBanners(rig.parts)).to.have.deep.members([posted, lasting]);
  });

  it('can’t end before they began', async () => {
    expect(await postBanner(rig.parts, await rig.hire(), { ...words, untilAt: rig.now })).to.equal(null);
    expect(await listBanners(rig.parts)).to.deep.equal([]);
  });

  it('are removed once, and what they said stays in the audit log', async () => {
    const supervisor = await rig.hire(['supervisor']);
    const posted = await postBanner(rig.parts, supervisor, { ...words, untilAt: null });
    const id = posted?.id ?? '';
    const removed = await Promise.all([1, 2, 3].map(() => removeBanner(rig.parts, supervisor, id)));
    expect(removed.filter(Boolean)).to.have.length(1);
    const [entry] = await rig.parts.repositories.audit.about(`banner:${id}`, 'banner.removed', 9);
    expect(entry?.detail).to.deep.equal(words);
  });
});
