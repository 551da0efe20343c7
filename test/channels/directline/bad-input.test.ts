import { expect } from 'chai';
import { type Answered, begin, type Conversation, call, post } from '../support/direct-line-caller.ts';
import { type EchoService, SECRET, startEchoService } from '../support/echo-service.ts';

type Case = [what: string, ask: () => Promise<Answered>, status: number, code: string, field?: string];

describe('Direct Line, asked badly', () => {
  let service: EchoService;
  let conversation: Conversation;
  let other: Conversation;
  before(async () => {
    service = await startEchoService();
    conversation = await begin(service.base);
    other = await begin(service.base, 'dl_other');
  });
  after(() => service.close());

  const url = (path: string) => `${service.base}/v3/directline${path}`;
  const mine = (path = '') => url(`/conversations/${conversation.id}${path}`);
  const say = (activity: unknown) => post(service.base, conversation, activity);
  const raw = (path: string, body: string | Buffer, token = conversation.token) =>
    call(path, { method: 'POST', token, body: body as BodyInit });
  const message = (more: object) => say({ type: 'message', text: 'hello', ...more });
  const generate = (json: unknown, token = SECRET) => call(url('/tokens/generate'), { method: 'POST', token, json });

  const cases: Case[] = [
    ['no token', () => call(mine()), 401, 'token_missing', 'authorization'],
    ['a token that is none', () => call(mine(), { token: 'nonsense' }), 403, 'token_invalid', 'authorization'],
    ['a token of 5000 characters', () => call(mine(), { token: 'x'.repeat(5000) }), 403, 'token_invalid'],
    [
      'a token whose claims were changed',
      () => call(mine(), { token: tampered(conversation.token) }),
      403,
      'token_invalid',
    ],
    ['an unsigned token', () => call(mine(), { token: unsigned(conversation.token) }), 403, 'token_invalid'],
    ['a stream’s token', () => call(mine(), { token: streamToken(conversation) }), 403, 'token_invalid'],
    ['another’s conversation', () => call(mine(), { token: other.token }), 403, 'other_conversation', 'conversationId'],
    [
      'a message into another’s conversation',
      () => raw(mine('/activities'), '{}', other.token),
      403,
      'other_conversation',
    ],
    ['a file into another’s conversation', () => raw(mine('/upload'), 'x', other.token), 403, 'other_conversation'],
    ['a conversation that never began', async () => unbegun(), 404, 'conversation_not_found'],
    [
      'a conversation that is not there',
      () => call(url('/conversations/nowhere'), { token: SECRET }),
      404,
      'conversation_not_found',
    ],
    [
      'a watermark that is none',
      () => call(mine('/activities?watermark=abc'), { token: conversation.token }),
      400,
      'watermark_invalid',
      'watermark',
    ],
    [
      'a watermark below nothing',
      () => call(mine('?watermark=-5'), { token: conversation.token }),
      400,
      'watermark_invalid',
      'watermark',
    ],

    ['JSON that is none', () => raw(mine('/activities'), '{"type":'), 400, 'body_not_json', 'body'],
    ['no UTF-8', () => raw(mine('/activities'), Buffer.from([0x7b, 0xff])), 400, 'body_not_utf8', 'body'],
    ['an array', () => say([]), 400, 'invalid', 'body'],
    ['nothing', () => say(null), 400, 'invalid', 'body'],
    ['a deep nest', () => raw(mine('/activities'), `{"value":${'['.repeat(200)}`), 400, 'body_too_deep', 'body'],
    ['300 kB', () => say({ type: 'message', text: 'x'.repeat(300_000) }), 413, 'body_too_large', 'body'],
    ['100 kB of emoji', () => say({ type: 'message', text: '💡'.repeat(25_000) }), 400, 'text_too_long', 'text'],
    ['an empty message', () => say({ type: 'message', text: '' }), 400, 'message_empty', 'text'],
    ['a message of blanks', () => say({ type: 'message', text: ' \n\t ' }), 400, 'message_empty', 'text'],
    [
      'a message of control characters',
      () => say({ type: 'message', text: '\u0000\u0007' }),
      400,
      'message_empty',
      'text',
    ],
    ['no type', () => say({ text: 'hello' }), 400, 'invalid', 'type'],
    [
      'a type that only services send',
      () => say({ type: 'endOfConversation' }),
      400,
      'activity_type_unsupported',
      'type',
    ],
    ['a text that is a number', () => say({ type: 'message', text: 5 }), 400, 'invalid', 'text'],
    ['an event without a name', () => say({ type: 'event' }), 400, 'invalid', 'name'],
    [
      'an event that is the desk’s own',
      () => say({ type: 'event', name: 'handoff.status', value: { state: 'completed' } }),
      400,
      'invalid',
      'name',
    ],
    ['an event that is the service’s own', () => say({ type: 'event', name: 'status' }), 400, 'invalid', 'name'],
    ['a sender that is a number', () => message({ from: { id: 7 } }), 400, 'invalid', 'from.id'],
    ['channel data that is a list', () => message({ channelData: [] }), 400, 'invalid', 'channelData'],
    [
      'a client’s id that is an object',
      () => message({ channelData: { clientActivityID: {} } }),
      400,
      'invalid',
      'channelData.clientActivityID',
    ],
    [
      'a client’s id of 1000 characters',
      () => message({ channelData: { clientActivityID: 'x'.repeat(1000) } }),
      400,
      'invalid',
      'channelData.clientActivityID',
    ],
    [
      'channel data of 10 kB',
      () => message({ channelData: { x: 'x'.repeat(10_000) } }),
      413,
      'body_too_large',
      'channelData',
    ],
    ['a value of 10 kB', () => message({ value: 'x'.repeat(10_000) }), 413, 'body_too_large', 'value'],
    [
      'an attachment elsewhere',
      () => message({ attachments: [{ contentUrl: 'https://elsewhere.example/a.png' }] }),
      400,
      'attachment_unknown',
      'attachments.0.contentUrl',
    ],
    [
      'an attachment without an address',
      () => message({ attachments: [{ name: 'a.png' }] }),
      400,
      'attachment_unknown',
      'attachments.0.contentUrl',
    ],
    [
      'an attachment that is not there',
      () => message({ attachments: [{ contentUrl: `/v3/directline/attachments/${'a'.repeat(43)}` }] }),
      400,
      'attachment_unknown',
      'attachments.0.contentUrl',
    ],
    ['11 attachments', () => message({ attachments: Array(11).fill({}) }), 400, 'invalid', 'attachments'],

    ['a start that is no JSON', () => raw(url('/conversations'), '{'), 400, 'body_not_json', 'body'],
    ['a start with a user that is a list', () => start({ user: [] }), 400, 'invalid', 'user'],
    ['a start with a locale that is a number', () => start({ locale: 4 }), 400, 'invalid', 'locale'],
    ['tokens without the secret', () => generate({}, 'guess'), 403, 'secret_invalid', 'authorization'],
    ['tokens for a token', () => generate({}, conversation.token), 403, 'secret_invalid', 'authorization'],
    ['a token for a user id not our way', () => generate({ user: { id: 'zhang' } }), 400, 'invalid', 'user.id'],
    [
      'a token for origins that are none',
      () => generate({ trustedOrigins: ['nonsense'] }),
      400,
      'invalid',
      'trustedOrigins.0',
    ],
    ['a refresh of the secret', () => raw(url('/tokens/refresh'), '', SECRET), 403, 'token_invalid'],
    ['a refresh without anything', () => call(url('/tokens/refresh'), { method: 'POST' }), 401, 'token_missing'],
    ['an upload that is no multipart', () => raw(mine('/upload'), 'hello'), 415, 'multipart_invalid', 'content-type'],
    ['an attachment’s address that is a guess', () => call(url('/attachments/..%2f..%2fetc')), 404, 'not_found'],
    [
      'a method that is not offered',
      () => call(mine(), { method: 'DELETE', token: conversation.token }),
      405,
      'method_not_allowed',
    ],
    [
      'a call that is not offered',
      () => call(url('/conversations/connect/x'), { token: conversation.token }),
      404,
      'not_found',
    ],
  ];
  for (const [what, ask, status, code, field] of cases) {
    it(`refuses ${what}: ${status} ${code}`, async () => {
      const answer = await ask();
      expect(answer.body).to.have.nested.property('error.code', code);
      expect(answer.status).to.equal(status);
      expect(answer.body.error.message).to.be.a('string').that.is.not.empty;
      if (field) expect(answer.body.error.field).to.equal(field);
    });
  }

  it('has left nothing half-done', async () => {
    const { body } = await call(mine('/activities'), { token: conversation.token });
    expect(body.activities).to.deep.equal([]);
  });

  it('ignores fields that it does not know, and those that are null', async () => {
    const sent = await say({
      type: 'message',
      text: 'hello',
      inputHint: 'x',
      recipient: 5,
      serviceUrl: 'https://elsewhere.example',
      locale: null,
      attachments: null,
      entities: [{ type: 'ClientCapabilities' }, { type: 'GeoCoordinates', latitude: 23, longitude: 113 }],
    });
    expect(sent.status).to.equal(200);
    const row = await service.conversations.transcriptAfter(conversation.id, 0, 1);
    expect(JSON.parse(row[0]?.body ?? '')).to.deep.equal({
      type: 'message',
      text: 'hello',
      entities: [{ type: 'GeoCoordinates', latitude: 23, longitude: 113 }],
    });
  });

  async function start(json: unknown): Promise<Answered> {
    return call(url('/conversations'), { method: 'POST', token: conversation.token, json });
  }

  async function unbegun(): Promise<Answered> {
    const { body } = await generate({ user: { id: 'dl_new' } });
    return call(url(`/conversations/${body.conversationId}/activities`), {
      method: 'POST',
      token: body.token,
      json: { type: 'message', text: 'hello' },
    });
  }
});

function tampered(token: string): string {
  const [head, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, user: 'dl_other' })).toString('base64url');
  return [head, changed, signature].join('.');
}

function unsigned(token: string): string {
  const head = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return `${head}.${token.split('.')[1]}.`;
}

function streamToken({ streamUrl }: Conversation): string {
  return new URL(streamUrl).searchParams.get('t') ?? '';
}
