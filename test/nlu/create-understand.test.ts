import { expect } from 'chai';
import { assert, constantFrom, oneof, property, string } from 'fast-check';
import type { Hazard, PersonAtRisk } from '../../domain/faults/fault-facts.ts';
import { gradeFault, SEVERITIES, type Severity } from '../../domain/faults/severity.ts';
import { loadModel } from '../../nlu/artefact/load-model.ts';
import { createUnderstand } from '../../nlu/create-understand.ts';
import { loadPlaceFinder } from '../../nlu/places/load-place-finder.ts';
import type { Understand } from '../../nlu/understanding.ts';

describe('understanding a message', () => {
  let understand: Understand;
  before(function () {
    this.timeout(20_000);
    understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
  });

  const dangers: readonly [string, Hazard | PersonAtRisk][] = [
    ['门口电线杆在冒火花', 'sparks'],
    ['門口嗰條電線跌咗落地', 'wire_down'],
    ['洗衣机麻手', 'electric_shock'],
    ['the washing machine tickles my hand', 'electric_shock'],
    ['smoke is coming out of the meter box', 'smoke_or_burning'],
    ['电梯里困了两个人，整栋楼没电', 'trapped'],
    ['our house has no power and my father is on a ventilator', 'life_support'],
    ['触电', 'electric_shock'],
    ['配电房被水淹了，还通着电', 'flooding'],
  ];
  for (const [text, fact] of dangers) {
    it(`hears the emergency in "${text}"`, () => {
      const { fault, severity } = understand(text);
      expect(severity).to.equal('P1');
      expect([...(fault?.hazards ?? []), ...(fault?.people ?? [])]).to.include(fact);
    });
  }

  const harmless = [
    '你好',
    '上个月电费多少',
    'the bill shocked me, 480 yuan',
    '这个月电费贵得离谱，我火大了',
    '营业厅几点开门',
    'thank you very much',
    '怎么用微信交电费',
  ];
  for (const text of harmless) {
    it(`hears no emergency in "${text}"`, () => {
      expect(understand(text).severity).to.not.equal('P1');
    });
  }

  it('hears a danger in one sentence though the others talk of bills', () => {
    const text = '我想问一下上个月电费为什么这么高。还有我家门口电线杆在冒火花。另外发票怎么开';
    expect(understand(text).severity).to.equal('P1');
  });

  it('hears a danger at the end of a very long message', () => {
    const text = `${'我家上个月的电费单我没有收到。'.repeat(2_000)}电线杆在冒火花！`;
    expect(understand(text).severity).to.equal('P1');
  });

  it('tells intents apart', () => {
    expect(understand('我要找人工客服').intent).to.equal('talk_to_agent');
    expect(understand('整条街都停电了').intent).to.equal('report_outage');
    expect(understand('去哪里交电费').intent).to.equal('find_payment_location');
    expect(understand('where is the nearest service hall').intent).to.equal('find_payment_location');
    expect(understand('how much do I owe').intent).to.equal('ask_balance');
    expect(understand('唔該').intent).to.equal('thank');
  });

  it('gives slots in the words of the customer', () => {
    const { slots } = understand('我住厚街鎮三屯村，由昨晚八點開始停電，電話13812345678');
    expect(slots.phone).to.equal('13812345678');
    expect(slots.address).to.include('厚街鎮');
    expect(slots.since).to.include('昨晚八點');
  });

  it('keeps the language of the conversation for a bare answer', () => {
    expect(understand('ok', { language: 'zh-Hant' }).language).to.equal('zh-Hant');
    expect(understand('3', { language: 'en' }).language).to.equal('en');
  });

  const hostile = oneof(
    string({ unit: 'binary', maxLength: 200 }),
    string({ unit: 'grapheme', maxLength: 100 }),
    constantFrom(
      '',
      '\ud800',
      '\udfff\ud83d',
      '\u0000',
      '电',
      '电线断了\ud83d',
      '🔥'.repeat(50),
      '{"text":1}',
      '٣٤٥',
      'İSTANBUL',
      '000000000000000000000000',
    ),
  );

  it('never throws, and evidence lies within the text, whatever the text', () => {
    assert(
      property(hostile, constantFrom('', '电线掉下来了', 'sparks from the pole', '停電'), (text, more) => {
        const whole = text + more;
        const understanding = understand(whole);
        expect(understanding.confidence).to.be.within(0, 1);
        for (const { start, end } of understanding.evidence) {
          expect(start).to.be.within(0, whole.length);
          expect(end).to.be.within(start, whole.length);
        }
        if (understanding.fault === null) expect(understanding.severity).to.equal(null);
        else expect(understanding.severity).to.equal(gradeFault(understanding.fault).severity);
      }),
      { numRuns: 200 },
    );
  });

  it('shows every fact of the frame by words of the message', () => {
    const text = 'HELP the cable at our gate is down and throwing sparks';
    const { fault, evidence } = understand(text);
    for (const hazard of fault?.hazards ?? []) {
      const shown = evidence.filter((one) => one.fact === `hazard.${hazard}`);
      expect(shown, hazard).to.not.deep.equal([]);
    }
    const sparks = evidence.find((one) => one.fact === 'hazard.sparks');
    expect(text.slice(sparks?.start, sparks?.end)).to.include('sparks');
  });

  it('answers to 100 kB of emoji within a quarter of a second', () => {
    const emoji = '😀🔥'.repeat(12_500);
    const started = performance.now();
    understand(emoji);
    expect(performance.now() - started).to.be.lessThan(250);
  });

  it('never grades lower because a plain danger is added', () => {
    const rank = (severity: Severity | null): number =>
      severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
    const messages = [
      '你好',
      '停电了',
      '电费多少',
      'my bill is too high',
      'no power in the whole street',
      '谢谢',
      '我要投诉',
      '电表不走了',
      '屋企冇電',
      'where can I pay',
    ];
    const added = ['电线杆在冒火花', '电线掉在地上了', '有人触电了', '变压器着火了'];
    assert(
      property(constantFrom(...messages), constantFrom(...added), (message, danger) => {
        const alone = understand(message).severity;
        const together = understand(`${message}。${danger}。`).severity;
        expect(rank(together), `${message} + ${danger}`).to.be.at.most(rank(alone));
        expect(together).to.equal('P1');
      }),
    );
  });

  it('says the same of the same message', () => {
    const text = '我家没电了，隔壁有电';
    expect(understand(text)).to.deep.equal(understand(text));
  });
});
