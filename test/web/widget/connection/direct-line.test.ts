import { expect } from 'chai';
import { directLine, retryAfterOf } from '../../../../web/widget/connection/direct-line.ts';
import type { OutgoingActivity } from '../../../../web/widget/connection/outgoing.ts';

const credentials = { conversationId: 'c/1', userId: 'u1', token: 'secret' };
const activity: OutgoingActivity = {
  type: 'message',
  from: { id: 'u1', role: 'user' },
  locale: 'en',
  text: 'hello',
  channelData: { clientActivityID: 'x' },
};

describe('the calls of Direct Line', () => {
  it('post with the token, the id of the conversation made safe', async () => {
    const { line, requests } = answering(200, { id: 'c/1|0000004' });
    expect(await line.post(credentials, activity)).to.deep.equal({ kind: 'accepted', id: 'c/1|0000004' });
    expect(requests[0]?.url).to.equal('https://chat.example/v3/directline/conversations/c%2F1/activities');
    expect(requests[0]?.headers.get('authorization')).to.equal('Bearer secret');
    expect(await requests[0]?.json()).to.deep.equal(activity);
  });

  it('read what an answer to a post means', async () => {
    const outcomes: [number, unknown, unknown][] = [
      [401, {}, { kind: 'renew' }],
      [403, {}, { kind: 'renew' }],
      [404, {}, { kind: 'renew' }],
      [429, {}, { kind: 'later', afterMs: 2500 }],
      [503, {}, { kind: 'later', afterMs: 2500 }],
      [400, { error: { code: 'text_too_long', field: 'text' } }, { kind: 'refused', reason: 'too-long' }],
      [400, { error: { code: 'invalid' } }, { kind: 'refused', reason: 'other' }],
      [400, 'not json', { kind: 'refused', reason: 'other' }],
      [413, {}, { kind: 'refused', reason: 'file-too-big' }],
      [415, {}, { kind: 'refused', reason: 'file-type' }],
    ];
    for (const [status, body, outcome] of outcomes) {
      const { line } = answering(status, body, { 'retry-after': '2500' });
      expect(await line.post(credentials, activity), String(status)).to.deep.equal(outcome);
    }
  });

  it('take a lost network for a reason to try again', async () => {
    const line = directLine({
      base: 'https://chat.example',
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    expect(await line.post(credentials, activity)).to.deep.equal({ kind: 'later' });
    expect(await line.activities(credentials, undefined)).to.deep.equal({ kind: 'unreachable' });
    expect(await line.refresh(credentials)).to.deep.equal({ kind: 'unreachable' });
  });

  it('fetch activities from a watermark on', async () => {
    const { line, requests } = answering(200, { activities: [], watermark: '9' });
    expect(await line.activities(credentials, '7')).to.deep.equal({
      kind: 'frame',
      frame: { activities: [], watermark: '9' },
    });
    await line.activities(credentials, undefined);
    expect(requests.map(({ url }) => new URL(url).search)).to.deep.equal(['?watermark=7', '']);
  });

  it('tell an expired token from an ended conversation', async () => {
    expect(await answering(403, {}).line.activities(credentials, '1')).to.deep.equal({ kind: 'expired' });
    expect(await answering(404, {}).line.reconnect(credentials, '1')).to.deep.equal({ kind: 'ended' });
    expect(await answering(500, {}).line.refresh(credentials)).to.deep.equal({ kind: 'unreachable' });
  });

  it('bring a stream and perhaps a newer token', async () => {
    const fresh = answering(200, { streamUrl: 'ws://a', token: 't2' });
    expect(await fresh.line.reconnect(credentials, '1')).to.deep.equal({
      kind: 'stream',
      streamUrl: 'ws://a',
      token: 't2',
    });
    const same = answering(200, { streamUrl: 'ws://a' });
    expect(await same.line.reconnect(credentials, '1')).to.deep.equal({
      kind: 'stream',
      streamUrl: 'ws://a',
      token: undefined,
    });
  });

  it('do not take an answer of another shape for one', async () => {
    const { line } = answering(200, { hello: 'proxy' });
    expect(await line.activities(credentials, '1')).to.deep.equal({ kind: 'unreachable' });
    expect(await line.reconnect(credentials, '1')).to.deep.equal({ kind: 'unreachable' });
    expect(await line.refresh(credentials)).to.deep.equal({ kind: 'unreachable' });
  });

  it('read Retry-After as milliseconds, a minute at most', () => {
    expect(retryAfterOf('1500')).to.equal(1500);
    expect(retryAfterOf('999999')).to.equal(60_000);
    for (const header of [null, 'soon', '-1']) expect(retryAfterOf(header)).to.equal(undefined);
  });
});

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const requests: Request[] = [];
  const line = directLine({
    base: 'https://chat.example',
    fetch(input, init) {
      requests.push(new Request(input, init));
      return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }));
    },
  });
  return { line, requests };
}
