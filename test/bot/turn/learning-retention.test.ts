import { expect } from 'chai';
import { LearningRetention } from '../../../bot/turn/learning-retention.ts';
import type { NewCandidate } from '../../../store/repositories/candidate-repository.ts';
import { DeskRig, RIG_NOW } from '../../desk/desk-rig.ts';

const DAY = 24 * 60 * 60_000;

describe('how long messages to learn from are kept', () => {
  let rig: DeskRig;
  let retention: LearningRetention;
  beforeEach(async () => {
    rig = await DeskRig.open();
    const { database, parts } = rig;
    retention = new LearningRetention({
      database,
      candidates: parts.repositories.candidates,
      terms: { keepOpen: 2, keepDays: 30 },
      now: () => rig.now,
    });
  });
  afterEach(() => rig.close());

  async function keep(id: string, at: number): Promise<void> {
    const candidate: NewCandidate = {
      id,
      key: id,
      text: id,
      language: 'en',
      reason: 'not_understood',
      intent: 'help',
      guess: '{}',
      model: 'm',
      suggestion: null,
      session_id: null,
      seq: null,
      at,
    };
    await rig.database.commit([rig.parts.repositories.candidates.keep(candidate)]);
  }

  async function left(): Promise<string[]> {
    const rows = await rig.database.query.selectFrom('learning_candidate').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  }

  it('is until they are too many, the oldest first', async () => {
    for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) await keep(id, RIG_NOW + at);
    await retention.forget();
    expect(await left()).to.deep.equal(['c', 'd']);
  });

  it('is until they have not been said for the profile’s days', async () => {
    await keep('old', RIG_NOW - 31 * DAY);
    await keep('new', RIG_NOW - 29 * DAY);
    await retention.forget();
    expect(await left()).to.deep.equal(['new']);
  });

  it('is looked at once a minute, however often it is asked', async () => {
    await retention.forget();
    await keep('old', RIG_NOW - 31 * DAY);
    rig.now += 59_000;
    await retention.forget();
    expect(await left()).to.deep.equal(['old']);
    rig.now += 1000;
    await retention.forget();
    expect(await left()).to.deep.equal([]);
  });
});
