import { expect } from 'chai';
import type { StaffRole } from '../../../domain/desk/rights.ts';
import { RatingRepository } from '../../../store/repositories/rating-repository.ts';
import { ratingListSchema } from '../../../web/protocol/desk/rating.ts';
import { DeskApiRig } from './desk-api-rig.ts';

const WORDS = '我的电话是13800138000，户号 4419000012，mail li@example.com';

describe('what those who only judge quality are shown', () => {
  let rig: DeskApiRig;
  before(async () => {
    rig = await DeskApiRig.open();
  });
  after(() => rig.close());

  async function shownTo(roles: readonly StaffRole[]): Promise<string> {
    const caller = await rig.signedIn(roles);
    const { sessionId, conversationId } = await rig.desk.serve({ userName: '王小明', words: WORDS });
    const answers = await Promise.all(
      [
        '/api/desk/sessions',
        `/api/desk/sessions/${sessionId}`,
        `/api/desk/conversations/${conversationId}/activities`,
      ].map((path) => caller.get(path)),
    );
    for (const { status } of answers) expect(status).to.equal(200);
    const text = JSON.stringify(answers.map(({ body }) => body));
    expect(text, 'ids lead on').to.include(sessionId).and.to.include(conversationId);
    return text;
  }

  it('is the service, not whom it was given to', async () => {
    const text = await shownTo(['quality']);
    for (const personal of ['13800138000', '4419000012', 'li@example.com', '王小明']) {
      expect(text).to.not.include(personal);
    }
    expect(text).to.include('我的电话是•••••••••••');
  });

  it('is without it in what customers say with their rating, too', async () => {
    const { database, now } = rig.desk;
    const { sessionId, conversationId } = await rig.desk.serve({ state: 'closed', closed_at: now, closed_by: 'bot' });
    const ratings = new RatingRepository(database);
    const rating = { session_id: sessionId, conversation_id: conversationId, agent_id: null, score: 5 };
    await database.commit([ratings.rate({ ...rating, words: WORDS, language: 'zh-Hans', created_at: now, seq: 1 })]);
    const wordsFor = async (roles: readonly StaffRole[]) => {
      const { body } = await (await rig.signedIn(roles)).get('/api/desk/ratings');
      return ratingListSchema.parse(body).ratings[0]?.words;
    };
    expect(await wordsFor(['quality']))
      .to.include('我的电话是•••••••••••')
      .and.to.not.match(/\d{4}|example/);
    expect(await wordsFor(['supervisor'])).to.equal(WORDS);
  });

  it('is everything to those who deal with customers, whatever else they are', async () => {
    for (const roles of [['agent'], ['dispatcher'], ['supervisor'], ['quality', 'agent']] as const) {
      const text = await shownTo(roles);
      for (const personal of ['13800138000', '4419000012', 'li@example.com', '王小明']) {
        expect(text, roles.join()).to.include(personal);
      }
    }
  });
});
