import { expect } from 'chai';
import { describeData } from '../../../nlu/train/describe-data.ts';
import type { Example } from '../../../nlu/train/example.ts';

describe('what shows whether sentences were written singly', () => {
  const said = (text: string, intent: Example['intent'], voice = 'tenant'): Example => ({
    text,
    language: 'en',
    intent,
    voice,
    slots: {},
    fault: null,
  });
  const template = ['january', 'march', 'april', 'june', 'july', 'august'].map((month) =>
    said(`please send me the bill for ${month} by email`, 'ask_bill'),
  );
  const written = [
    said('nowhere round here takes coins any more', 'find_payment_location', 'farmer'),
    said('is the shop by the station open on sundays', 'find_payment_location', 'nurse'),
    said('how do I get to your counter without a car', 'find_payment_location'),
    said('gran wants to hand over cash in person, which door', 'find_payment_location', 'student'),
  ];
  const [bills, places] = describeData([...template, ...written]);

  it('sees the likeness and the repeated words of a template', () => {
    expect(bills).to.include({ intent: 'ask_bill', messages: 6, voices: 1 });
    expect(bills?.likeness).to.be.above(0.6);
    expect(bills?.distinctPairs).to.be.below(0.4);
    expect(bills?.withoutKeywords).to.equal(0);
  });

  it('sees that sentences which were written singly share little', () => {
    expect(places).to.include({ intent: 'find_payment_location', messages: 4, voices: 4 });
    expect(places?.likeness).to.be.below(0.4);
    expect(places?.distinctPairs).to.be.above(0.9);
  });
});
