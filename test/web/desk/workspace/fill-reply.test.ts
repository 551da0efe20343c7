import { expect } from 'chai';
import { CANNED_REPLIES } from '../../../../strings/replies/canned-replies.ts';
import { REPLY_VARIABLES } from '../../../../strings/replies/canned-reply.ts';
import { fillReply } from '../../../../web/desk/workspace/fill-reply.ts';

describe('a canned reply', () => {
  const nameOf = (variable: string) => `the ${variable}`;

  it('is filled with what is known, and marks the first thing that is not', () => {
    expect(fillReply('{agent} here, ticket {ticket}.', { agent: '101', ticket: '42' }, nameOf)).to.deep.equal({
      text: '101 here, ticket 42.',
      gap: null,
    });
    const { text, gap } = fillReply('Sorry, {customer}: ticket {ticket}.', {}, nameOf);
    expect(text).to.equal('Sorry, 【the customer】: ticket 【the ticket】.');
    expect(gap && text.slice(gap.start, gap.end)).to.equal('【the customer】');
  });

  it('takes what customers are called as words, whatever it holds', () => {
    expect(fillReply('{customer}, {agent}', { customer: '{agent}', agent: '$&' }, nameOf).text).to.equal('{agent}, $&');
  });

  it('stands in both languages with the same variables, all of them known', () => {
    const variablesIn = (text: string) => [...text.matchAll(/\{([^}]*)\}/gu)].map((match) => match[1]).sort();
    for (const { id, text } of CANNED_REPLIES) {
      expect(variablesIn(text.en), id).to.deep.equal(variablesIn(text.zh));
      for (const variable of variablesIn(text.zh)) expect(REPLY_VARIABLES, id).to.include(variable);
    }
    expect(new Set(CANNED_REPLIES.map(({ id }) => id)).size).to.equal(CANNED_REPLIES.length);
  });
});
