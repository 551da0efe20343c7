import { expect } from 'chai';
import { createQuestionReader, isSettled, ticketIn } from '../../../bench/storm/read-question.ts';
import { botWords } from '../../../strings/bot/bot-words.ts';

describe('what a customer of the storm reads', () => {
  const questionIn = createQuestionReader();

  for (const language of ['zh-Hans', 'en'] as const) {
    const { fault, ticket, greet } = botWords(language);

    it(`knows each question of a report in ${language}, whatever stands before it`, () => {
      const { ask, signs, check, own } = fault;
      const asked = {
        danger: ask.danger,
        place: ask.placeUrgent,
        hurt: ask.hurt,
        phone: ask.phone,
        neighbours: signs.neighbours.ask,
        'check.reset': check.ask.reset,
        own: own.ask({ time: '11-24 08:10', number: '261124000123', place: 'X', state: 'Y' }),
      };
      for (const [field, words] of Object.entries(asked)) {
        expect(questionIn(`${fault.heard.said(['x'])}\n${words}`)?.field, field).to.equal(field);
      }
      expect(questionIn(ask.placeAgain)).to.include({ field: 'place', again: true });
    });

    it(`tells a question from what is none in ${language}`, () => {
      expect(questionIn(greet.again)).to.equal(null);
      expect(questionIn(ticket.stands('261124000123'))).to.equal(null);
    });

    it(`reads the number of a ticket, and that none is needed, in ${language}`, () => {
      expect(ticketIn(ticket.stands('261124000123'))).to.equal('261124000123');
      expect(ticketIn(fault.ask.danger)).to.equal(null);
      expect(isSettled(fault.back)).to.equal(true);
      expect(isSettled(ticket.stands('261124000123'))).to.equal(false);
    });
  }
});
