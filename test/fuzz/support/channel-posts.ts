import fc from 'fast-check';
import { activities } from './direct-line-requests.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { hostileValues, spoilt } from './spoilt-bodies.ts';

const TEXTS = fc.constantFrom(...HOSTILE_TEXTS);
const IDS = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'thread-1') }, { weight: 1, arbitrary: TEXTS });

/** What a channel's service posts to /api/messages, right and wrong in every part. `serviceUrl`: one that may be written to. */
export function channelPosts(serviceUrl: string): fc.Arbitrary<unknown> {
  const account = fc.record({ id: IDS, name: TEXTS, role: fc.constantFrom('user', 'bot') }, { requiredKeys: ['id'] });
  const services = fc.oneof(
    { weight: 9, arbitrary: fc.constant(serviceUrl) },
    { weight: 1, arbitrary: fc.constantFrom(...SERVICES) },
  );
  const around = fc.record(
    {
      id: fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: IDS }),
      channelId: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('telegram', 'msteams', 'line', 'directline', 'sms', 'constructor') },
        { weight: 1, arbitrary: TEXTS },
      ),
      serviceUrl: services,
      from: account,
      recipient: fc.oneof({ weight: 5, arbitrary: fc.constant({ id: 'the-bot' }) }, { weight: 1, arbitrary: account }),
      conversation: fc.record(
        { id: IDS, isGroup: fc.constantFrom(false, false, false, true), tenantId: IDS },
        { requiredKeys: ['id'] },
      ),
      membersAdded: fc.array(account, { maxLength: 2 }),
      deliveryMode: fc.constantFrom('normal', 'normal', 'expectReplies', 'x'),
      localTimestamp: hostileValues,
    },
    { requiredKeys: ['id', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'] },
  );
  const whole = fc.tuple(activities, around).map(([activity, more]) => ({ ...activity, ...more }));
  return fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: whole.chain(spoilt) });
}

const SERVICES = [
  'https://elsewhere.example/',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1.elsewhere.example/',
  'http://localhost:1@elsewhere.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://[::]/',
  'http://0.0.0.0/',
  'urn:botframework:websocket:x',
  '//elsewhere.example',
  '',
];
