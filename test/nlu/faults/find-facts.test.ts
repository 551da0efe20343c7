import { expect } from 'chai';
import type { FactName } from '../../../nlu/faults/fact-rules.ts';
import { createFactFinder } from '../../../nlu/faults/find-facts.ts';
import { wordingOf } from '../../../nlu/faults/wording-of.ts';
import { createNormaliser } from '../../../nlu/normalise/create-normaliser.ts';

describe('the fault lexicon', () => {
  const normalise = createNormaliser();
  const findFacts = createFactFinder();
  const wording = (text: string, fact: FactName): string => wordingOf(fact, findFacts(normalise(text).text).facts);

  const said: readonly [string, FactName][] = [
    ['电线杆冒火花', 'hazard.sparks'],
    ['電線桿冒火花', 'hazard.sparks'],
    ['the pole is throwing sparks', 'hazard.sparks'],
    ['洗衣机麻手', 'hazard.electric_shock'],
    ['摸冰箱门会麻一下', 'hazard.electric_shock'],
    ['my washing machine tickles my hand', 'hazard.electric_shock'],
    ['电线掉在路上', 'hazard.wire_down'],
    ['条电线跌咗落嚟', 'hazard.wire_down'],
    ['there is a cable hanging across the lane', 'hazard.wire_down'],
    ['变压器刚才砰的一声', 'hazard.explosion'],
    ['电表箱冒烟', 'hazard.smoke_or_burning'],
    ['I smell burning plastic from the socket', 'hazard.smoke_or_burning'],
    ['配电房进水了', 'hazard.flooding'],
    ['大货车撞断了电线杆', 'hazard.pole_damaged'],
    ['树枝压在高压线上', 'hazard.tree_contact'],
    ['家里电压有270伏', 'hazard.overvoltage'],
    ['the meter reads 268 V', 'hazard.overvoltage'],
    ['电梯里困了两个人', 'people.trapped'],
    ['家里有人用呼吸机', 'people.life_support'],
    ['整条街都黑了', 'no_power'],
    ['成條街冇晒電', 'no_power'],
  ];
  for (const [text, fact] of said) {
    it(`reads ${fact} in "${text}"`, () => {
      expect(wording(text, fact)).to.equal('present');
    });
  }

  const denied: readonly [string, FactName][] = [
    ['没有冒火花，就是没电', 'hazard.sparks'],
    ["no sparks, it's only dark", 'hazard.sparks'],
    ['没看到冒烟', 'hazard.smoke_or_burning'],
    ['I did not see any smoke', 'hazard.smoke_or_burning'],
    ['没有人受伤', 'people.injured'],
    ['nobody was hurt', 'people.injured'],
    ['冇人受傷', 'people.injured'],
    ['小区没停电', 'no_power'],
  ];
  for (const [text, fact] of denied) {
    it(`does not take "${text}" for ${fact}`, () => {
      expect(wording(text, fact)).to.be.oneOf(['denied', 'unsaid']);
    });
  }

  const figurative: readonly [string, FactName][] = [
    ['the bill shocked me', 'hazard.electric_shock'],
    ['I was shocked by the amount', 'hazard.electric_shock'],
    ['我真是火大', 'hazard.fire'],
    ['电费爆炸了', 'hazard.explosion'],
    ['气得我冒火', 'hazard.fire'],
    ['麻烦你帮我查一下', 'hazard.electric_shock'],
    ['your fire station is where', 'hazard.fire'],
    ['停电到现在', 'hazard.electric_shock'],
    ['装个漏电保护器多少钱', 'hazard.electric_shock'],
  ];
  for (const [text, fact] of figurative) {
    it(`does not take "${text}" for ${fact}`, () => {
      expect(wording(text, fact)).to.equal('unsaid');
    });
  }

  it('holds a danger that has stopped to be present, for it may come back', () => {
    expect(wording('刚才冒火花，现在不冒了', 'hazard.sparks')).to.equal('present');
    expect(wording('the sparks have stopped now', 'hazard.sparks')).to.equal('present');
  });

  it('does not let a denial reach over the end of its clause', () => {
    expect(wording('没有人来修，电线杆在冒火花', 'hazard.sparks')).to.equal('present');
    expect(wording('no one came. the pole is sparking', 'hazard.sparks')).to.equal('present');
    expect(wording('不停冒火花', 'hazard.sparks')).to.equal('present');
  });

  it('tells a question about dangers from a danger', () => {
    expect(wording('怎么预防触电', 'hazard.electric_shock')).to.equal('unsaid');
    expect(wording('下雨天会不会漏电', 'hazard.electric_shock')).to.equal('supposed');
    expect(wording('what should I do if there are sparks', 'hazard.sparks')).to.equal('supposed');
  });

  it('answers to a very long text in bounded time', () => {
    const started = performance.now();
    findFacts('电线断了掉下来压着水里的插座'.repeat(1200));
    expect(performance.now() - started).to.be.lessThan(500);
  });
});
