import { expect } from 'chai';
import fc from 'fast-check';
import { bodyOf, readActivity } from '../../../channels/directline/inbound-activity.ts';
import { isRefusal } from '../../../channels/http/http-answer.ts';

const KEPT = ['type', 'text', 'entities', 'name', 'value', 'locale', 'channelData'];

/** Something like an activity, with anything in any place. */
const hostile = fc.record(
  {
    type: fc.oneof(fc.constantFrom('message', 'event', 'typing'), fc.anything()),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    name: fc.oneof(fc.string(), fc.anything()),
    value: fc.jsonValue(),
    locale: fc.oneof(fc.string(), fc.anything()),
    from: fc.oneof(fc.record({ id: fc.string() }), fc.anything()),
    entities: fc.oneof(fc.array(fc.anything()), fc.anything()),
    attachments: fc.oneof(fc.array(fc.record({ contentUrl: fc.webUrl() })), fc.anything()),
    channelData: fc.oneof(fc.record({ clientActivityID: fc.string() }), fc.anything()),
    recipient: fc.anything(),
    serviceUrl: fc.anything(),
  },
  { requiredKeys: [] },
);

describe('an activity from outside', () => {
  it('is refused with a status below 500 and the field at fault, or holds known fields alone', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), fc.boolean(), (json, uploading) => {
        // What arrives has been JSON: nothing in it but what JSON can say.
        const value: unknown = JSON.parse(JSON.stringify(json, withoutBigints) ?? 'null');
        const activity = readActivity(value, { uploading });
        if (isRefusal(activity)) {
          expect(activity.status).to.be.within(400, 499);
          expect(activity.field).to.be.a('string').that.is.not.empty;
        } else {
          expect(Object.keys(bodyOf(activity, [])).filter((key) => !KEPT.includes(key))).to.deep.equal([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its sender’s hint of a language only where it is one', () => {
    const localeOf = (locale: unknown) => {
      const activity = readActivity({ type: 'message', text: 'x', locale }, { uploading: false });
      return isRefusal(activity) ? 'refused' : activity.locale;
    };
    expect(['zh-CN', 'en', 'zh-Hant-TW', '', 'de_DE.UTF-8', '<script>'].map(localeOf)).to.deep.equal([
      'zh-CN',
      'en',
      'zh-Hant-TW',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

function withoutBigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
