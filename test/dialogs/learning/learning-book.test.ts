import { expect } from 'chai';
import { type Guess, LearningBook } from '../../../dialogs/learning/learning-book.ts';
import { MASK } from '../../../domain/privacy/mask-personal.ts';
import type { Slots } from '../../../nlu/understanding.ts';
import { CandidateRepository } from '../../../store/repositories/candidate-repository.ts';
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts';
import { temporaryFolder } from '../../support/server-process.ts';

describe('what is kept of a message to learn from', () => {
  const folder = temporaryFolder();
  const database = openSqlite({ folder: folder.path });
  const book = new LearningBook({ candidates: new CandidateRepository(database), model: 'm' });
  after(async () => {
    await database.close();
    folder.remove();
  });

  function keptOf(text: string, slots: Slots): { text: string | undefined; slots: Guess['slots'] } {
    const candidate = book.candidateOf({
      understanding: {
        text,
        language: 'en',
        intent: 'ask_bill',
        confidence: 0.2,
        alternatives: [],
        slots,
        fault: null,
        severity: null,
        evidence: [],
      },
      reason: 'not_understood',
      userName: 'Lei',
      sessionId: null,
      seq: null,
      at: 1,
      id: 'a',
    });
    return { text: candidate?.text, slots: JSON.parse(candidate?.guess ?? '{}').slots };
  }

  it('names slots by the words of the masked text, numbers by masks of their length', () => {
    const { text, slots } = keptOf('Lei of 3栋 owes 260, ring 138 0013 8000', {
      address: '3栋',
      phone: '13800138000',
      amount: 260,
    });
    expect(text).to.equal(
      `${MASK.repeat(3)} of ${MASK}栋 owes 260, ring ${MASK.repeat(3)} ${MASK.repeat(4)} ${MASK.repeat(4)}`,
    );
    expect(slots).to.deep.equal({ phone: MASK.repeat(11), address: `${MASK}栋`, amount: 260 });
  });

  it('is no number of another length than the text shows, and no sum that was masked', () => {
    const { text, slots } = keptOf('one three eight zero zero one three eight zero zero zero paid 12345.67', {
      phone: '13800138000',
      amount: 12345.67,
    });
    expect(text).not.to.match(/\d|eight/);
    expect(slots).to.deep.equal({});
  });
});
