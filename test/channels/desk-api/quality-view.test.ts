import { expect } from 'chai';
import type { StaffRole } from '../../../domain/desk/rights.ts';
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

  it('is everything to those who deal with customers, whatever else they are', async () => {
    for (const roles of [['agent'], ['dispatcher'], ['supervisor'], ['quality', 'agent']] as const) {
      const text = await shownTo(roles);
      for (const personal of ['13800138000', '4419000012', 'li@example.com', '王小明']) {
        expect(text, roles.join()).to.include(personal);
      }
    }
  });
});
