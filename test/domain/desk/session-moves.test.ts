import { expect } from 'chai';
import { judgeClaim, judgeService } from '../../../domain/desk/session-moves.ts';

describe('who may do what with a session', () => {
  const states = [
    { session: { state: 'bot', agentId: null }, claim: 'free', service: 'not_owner' },
    { session: { state: 'queued', agentId: null }, claim: 'free', service: 'not_owner' },
    { session: { state: 'assigned', agentId: 'me' }, claim: 'already_yours', service: 'yours' },
    { session: { state: 'assigned', agentId: 'you' }, claim: 'already_claimed', service: 'not_owner' },
    { session: { state: 'closed', agentId: 'me' }, claim: 'session_closed', service: 'session_closed' },
    { session: { state: 'closed', agentId: null }, claim: 'session_closed', service: 'session_closed' },
  ] as const;

  for (const { session, claim, service } of states) {
    const whose = session.agentId === null ? 'nobody’s' : session.agentId === 'me' ? 'mine' : 'another’s';
    it(`${session.state}, ${whose}: claiming is ${claim}, serving is ${service}`, () => {
      expect(judgeClaim(session, 'me')).to.equal(claim);
      expect(judgeService(session, 'me')).to.equal(service);
    });
  }
});
