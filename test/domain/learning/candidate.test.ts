import { expect } from 'chai';
import {
  CANDIDATE_REASONS,
  CANDIDATE_STATES,
  CORRECTION_REASONS,
  weightOf,
} from '../../../domain/learning/candidate.ts';
import { BETWEEN_DIGITS, MASK } from '../../../domain/privacy/mask-personal.ts';
import * as protocol from '../../../web/protocol/desk/learning.ts';

describe('messages to learn from', () => {
  it('go over the wire by the same codes', () => {
    expect(protocol.LEARNING_REASONS).to.deep.equal(CANDIDATE_REASONS);
    expect(protocol.LEARNING_STATES).to.deep.equal(CANDIDATE_STATES);
    expect(protocol.CORRECTION_REASONS).to.deep.equal(CORRECTION_REASONS);
    expect(protocol.MASK).to.equal(MASK);
    expect(protocol.BETWEEN_MASKS).to.equal(BETWEEN_DIGITS);
  });

  it('weigh most where a person has put them right', () => {
    const byWeight = CANDIDATE_REASONS.toSorted((one, other) => weightOf(other) - weightOf(one));
    expect(byWeight[0]).to.equal('corrected');
    expect(byWeight.at(-1)).to.equal('not_understood');
  });
});
