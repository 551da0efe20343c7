import { expect } from 'chai';
import { isShown, wireActivity } from '../../../channels/directline/wire-activity.ts';
import type { TranscriptActivity } from '../../../store/repositories/conversation-repository.ts';

const STYLE = { conversationId: 'c-1', baseUrl: 'https://help.example', widget: true, botName: 'Power' };

function row(changes: Partial<TranscriptActivity>): TranscriptActivity {
  return {
    conversation_id: 'c-1',
    seq: 7,
    direction: 'out',
    author: 'bot',
    author_id: null,
    session_id: null,
    message_id: null,
    body: '{"type":"message","text":"hello"}',
    at: Date.UTC(2026, 10, 24, 8, 30),
    handling: 'none',
    tries: 0,
    ...changes,
  };
}

describe('a row of the transcript on the wire', () => {
  it('has the shape that Direct Line clients know', () => {
    expect(wireActivity(row({}), STYLE)).to.deep.equal({
      type: 'message',
      text: 'hello',
      id: 'c-1|0000007',
      timestamp: '2026-11-24T08:30:00.000Z',
      channelId: 'directline',
      conversation: { id: 'c-1' },
      from: { id: 'switchboard', name: 'Power', role: 'bot' },
      channelData: { author: 'bot' },
    });
  });

  it('shows a person by desk name, and neither their staff id nor the desk’s own message id', () => {
    const channelData = { author: 'agent', agentName: 'A-07', clientActivityID: 'desk-1' };
    const body = JSON.stringify({ type: 'message', text: 'hi', channelData });
    const activity = wireActivity(row({ author: 'agent', author_id: 'staff-1', body }), STYLE);
    expect(activity).to.deep.include({
      from: { id: 'agent', name: 'A-07', role: 'bot' },
      channelData: { author: 'agent', agentName: 'A-07' },
    });
    expect(JSON.stringify(activity)).not.to.match(/staff-1|desk-1/);
  });

  it('gives the customer’s own back with its channel data intact', () => {
    const channelData = { clientActivityID: 'x', author: 'me', nested: { a: 1 } };
    const body = JSON.stringify({ type: 'message', text: 'hi', channelData });
    const activity = wireActivity(row({ direction: 'in', author: 'customer', author_id: 'dl_1', body }), STYLE);
    expect(activity).to.deep.include({ from: { id: 'dl_1', role: 'user' }, channelData });
  });

  it('cannot be made to look like another row by what stands in its body', () => {
    const body = JSON.stringify({
      type: 'message',
      id: 'forged',
      from: { id: 'agent' },
      timestamp: 'x',
      conversation: 1,
    });
    expect(wireActivity(row({ body }), STYLE)).to.include({ id: 'c-1|0000007', timestamp: '2026-11-24T08:30:00.000Z' });
  });

  it('puts where the client reaches us before addresses of ours alone', () => {
    const attachments = [
      { contentUrl: '/v3/directline/attachments/abc' },
      { contentUrl: 'https://elsewhere.example/a' },
    ];
    const body = JSON.stringify({ type: 'message', attachments });
    expect(wireActivity(row({ body }), STYLE).attachments).to.deep.equal([
      { contentUrl: 'https://help.example/v3/directline/attachments/abc' },
      { contentUrl: 'https://elsewhere.example/a' },
    ]);
  });

  it('is shown unless it only wakes the bot or is for the desk alone', () => {
    const shown = (direction: 'in' | 'out', author: TranscriptActivity['author']) => isShown({ direction, author });
    expect([shown('in', 'customer'), shown('out', 'bot'), shown('out', 'agent'), shown('out', 'system')]).to.deep.equal(
      [true, true, true, true],
    );
    expect([shown('in', 'system'), shown('in', 'bot')]).to.deep.equal([false, false]);
  });
});
