import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { signWebhook } from '../../../channels/webhooks/sign-webhook.ts';
import { verifyWebhook } from '../../../channels/webhooks/verify-webhook.ts';

const OLD = Buffer.from('the former secret of thirty-two!').toString('base64');
const NEW = Buffer.from('the present secret of thirtytwo!').toString('base64');
const SENT_AT = 1_800_000_000;
const BODY = JSON.stringify({ type: 'ticket.opened', data: { 地点: '南城' } });
const MESSAGE = { id: 'evt_1_1', timestamp: SENT_AT, body: BODY };
const verify = (
  headers: Readonly<Record<string, string>>,
  change: { body?: string; now?: number; secrets?: string[] } = {},
) =>
  verifyWebhook(
    { headers, body: change.body ?? BODY },
    { secrets: change.secrets ?? [`whsec_${NEW}`], now: () => (change.now ?? SENT_AT) * 1000 },
  );

describe('a webhook’s signature', () => {
  it('is HMAC-SHA256 over id, time and body, as the Standard Webhooks specification has it', () => {
    const headers = signWebhook(MESSAGE, [NEW]);
    const expected = createHmac('sha256', Buffer.from(NEW, 'base64'))
      .update(`evt_1_1.${SENT_AT}.${BODY}`)
      .digest('base64');
    expect(headers).to.deep.equal({
      'webhook-id': 'evt_1_1',
      'webhook-timestamp': String(SENT_AT),
      'webhook-signature': `v1,${expected}`,
    });
  });

  it('gives the known answer of a message worked out by hand', () => {
    // printf 'm.1.{}' | openssl dgst -sha256 -hmac key -binary | base64
    const headers = signWebhook({ id: 'm', timestamp: 1, body: '{}' }, [Buffer.from('key').toString('base64')]);
    expect(headers['webhook-signature']).to.equal('v1,PZ/NkMlNTAuwo7eUSzj+2MvSPuobXrtxD9Jq3rZS73c=');
  });

  it('is held to by the receiver, who gets the message with its id', () => {
    expect(verify(signWebhook(MESSAGE, [NEW]))).to.deep.equal({
      kind: 'genuine',
      id: 'evt_1_1',
      message: JSON.parse(BODY),
    });
  });

  it('holds for either secret while one gives way to the other', () => {
    const both = signWebhook(MESSAGE, [NEW, OLD]);
    for (const secrets of [[NEW], [OLD], [`whsec_${OLD}`, NEW]]) {
      expect(verify(both, { secrets }), secrets.join()).to.include({ kind: 'genuine' });
    }
    expect(verify(signWebhook(MESSAGE, [NEW]), { secrets: [OLD] })).to.include({ reason: 'signature_wrong' });
  });

  it('does not hold for another time, so that an old message can’t be played again', () => {
    const headers = signWebhook(MESSAGE, [NEW]);
    expect(verify(headers, { now: SENT_AT + 300 })).to.include({ kind: 'genuine' });
    expect(verify(headers, { now: SENT_AT + 301 })).to.include({ reason: 'too_old' });
    expect(verify(headers, { now: SENT_AT - 301 })).to.include({ reason: 'too_new' });
    const renewed = { ...headers, 'webhook-timestamp': String(SENT_AT + 400) };
    expect(verify(renewed, { now: SENT_AT + 400 })).to.include({ reason: 'signature_wrong' });
    expect(verify({ ...headers, 'webhook-timestamp': 'soon' })).to.include({ reason: 'too_old' });
  });

  it('holds for nothing that was changed', () => {
    const headers = signWebhook(MESSAGE, [NEW]);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(BODY.length), (text, at) => {
        const body = BODY.slice(0, at) + text + BODY.slice(at);
        expect(verify(headers, { body })).to.include({ reason: 'signature_wrong' });
        expect(verify({ ...headers, 'webhook-id': `evt_1_1${text}` })).to.include({ reason: 'signature_wrong' });
      }),
    );
    const { 'webhook-id': _id, ...rest } = headers;
    expect(verify(rest)).to.include({ reason: 'header_missing' });
    expect(verify({ ...headers, 'webhook-signature': 'v1,' })).to.include({ reason: 'signature_wrong' });
  });
});
