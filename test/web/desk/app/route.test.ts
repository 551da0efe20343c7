import { expect } from 'chai';
import fc from 'fast-check';
import { formatRoute, parseRoute, type Route } from '../../../../web/desk/app/route.ts';

describe("the desk's addresses", () => {
  it('lead back to where they were made, whatever the ids are', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' });
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({
        page: fc.constant('conversations' as const),
        sessionId: id,
        step: fc.constantFrom('conversation' as const, 'context' as const),
      }),
      fc.record({ page: fc.constantFrom('tickets' as const, 'dispatch' as const), number: fc.option(id) }),
      fc.record({ page: fc.constant('learning' as const), id: fc.option(id) }),
      fc.record({ page: fc.constant('answers' as const), intent: id, language: id }),
      fc.constantFrom(
        ...(['banners', 'dead-letters', 'reliability', 'figures', 'ratings', 'audit'] as const).map((page) => ({
          page,
        })),
      ),
    );
    fc.assert(
      fc.property(route, (one) => {
        expect(parseRoute(formatRoute(one))).to.deep.equal(one);
      }),
    );
  });

  it('lead to the conversations from anywhere unknown', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/%E0%A4%A', '#conversations/']) {
      expect(parseRoute(hash)).to.deep.include({ page: 'conversations', sessionId: null });
    }
  });
});
