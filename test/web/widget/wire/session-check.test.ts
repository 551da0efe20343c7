import { expect } from 'chai';
import fc from 'fast-check';
import { conversationStatusSchema } from '../../../../web/protocol/conversation.ts';
import { widgetSessionSchema } from '../../../../web/protocol/widget-session.ts';
import { isConversationStatus, isWidgetSession } from '../../../../web/widget/wire/session-check.ts';
import { aSession } from './sample-session.ts';
import { spoilt } from './spoilt.ts';

describe('the check of sessions', () => {
  it('takes a session, as its schema does', () => {
    expect(widgetSessionSchema.safeParse(aSession).success).to.equal(true);
    expect(isWidgetSession(aSession)).to.equal(true);
  });

  it('says yes and no where the schema does, whatever has been spoilt', () => {
    fc.assert(
      fc.property(spoilt(aSession), (value) => {
        expect(isWidgetSession(value)).to.equal(widgetSessionSchema.safeParse(value).success);
      }),
      { numRuns: 1500 },
    );
  });

  it('knows who may be speaking', () => {
    const place = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double(), fc.constant(undefined), fc.constant(null));
    const status = fc.record({
      speaker: fc.constantFrom('bot', 'waiting', 'agent', 'nobody'),
      place,
      name: fc.oneof(fc.string(), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(status, (value) => {
        expect(isConversationStatus(value)).to.equal(conversationStatusSchema.safeParse(value).success);
      }),
    );
  });
});
