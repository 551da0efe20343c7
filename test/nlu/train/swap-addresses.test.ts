import { expect } from 'chai';
import type { Example } from '../../../nlu/train/example.ts';
import { swapAddresses } from '../../../nlu/train/swap-addresses.ts';

describe('swapping addresses', () => {
  const said = (text: string, language: Example['language'], address?: string): Example => ({
    text,
    language,
    intent: 'report_outage',
    voice: 'tenant',
    slots: address === undefined ? {} : { address },
    fault: null,
  });
  const examples = [
    said('厚街没电', 'zh-Hans', '厚街'),
    said('没电了，寮步', 'zh-Hans', '寮步'),
    said('dark at Gate $1', 'en', 'Gate $1'),
    said('停电', 'zh-Hans'),
  ];

  it('puts only addresses of the same language, and says so in the slots', () => {
    const swapped = swapAddresses(examples, 1);
    expect(swapped).to.have.length(6);
    expect(swapped.map(({ text }) => text)).to.include.members(['厚街', '寮步', 'Gate $1']);
    for (const { text, language, slots } of swapped) {
      expect(text).to.include(slots.address);
      expect(slots.address === 'Gate $1').to.equal(language === 'en');
    }
  });

  it('is the same for the same seed', () => {
    expect(swapAddresses(examples, 5)).to.deep.equal(swapAddresses(examples, 5));
  });
});
