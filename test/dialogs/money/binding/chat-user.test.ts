import { expect } from 'chai';
import { chatUserOf } from '../../../../dialogs/money/binding/chat-user.ts';

type Asked = Parameters<typeof chatUserOf>[0]['work']['conversation'];

function userOf(channel: string, conversation: Readonly<Record<string, unknown>> = {}) {
  const row = { channel, user_id: 'u1', reference: JSON.stringify({ conversation }) } as Asked;
  return chatUserOf({ work: { conversation: row } } as Parameters<typeof chatUserOf>[0]);
}

describe('whom a chat account is remembered as', () => {
  it('is told by a chat app that has signed its user in, in a conversation of two', () => {
    expect(userOf('telegram')).to.deep.equal({ channel: 'telegram', userId: 'u1' });
    expect(userOf('msteams', { conversationType: 'personal' })).to.deep.equal({ channel: 'msteams', userId: 'u1' });
    expect(userOf('msteams', { conversationType: 'channel' })).to.equal(null);
    expect(userOf('telegram', { isGroup: true })).to.equal(null);
  });

  it('is told by none in which a page or a sender gives the name', () => {
    for (const channel of ['azure-directline', 'webchat', 'email', 'directlinespeech', 'emulator']) {
      expect(userOf(channel), channel).to.equal(null);
    }
  });
});
