import { expect } from 'chai';
import fc from 'fast-check';
import { viewActivity } from '../../../../web/desk/workspace/activity-view.ts';
import { CARD_CONTENT_TYPE } from '../../../../web/protocol/card.ts';

const PAGE = 'https://desk.example/desk/';

describe('an activity at the desk', () => {
  const view = (activity: unknown) => viewActivity(activity, PAGE);
  const message = (more: object) => {
    const seen = view({ type: 'message', ...more });
    if (seen.kind !== 'message') throw new Error(`a message was seen as ${seen.kind}`);
    return seen;
  };

  it('shows text, choices and position', () => {
    const seen = message({
      text: '在哪里',
      suggestedActions: { actions: [{ type: 'imBack', title: '发送位置', value: 'x' }] },
      entities: [{ type: 'mention' }, { type: 'GeoCoordinates', latitude: 23.02, longitude: 113.75 }],
    });
    expect(seen).to.deep.include({ text: '在哪里', choices: ['发送位置'] });
    expect(seen.position).to.deep.include({ latitude: 23.02, longitude: 113.75 });
  });

  it('shows cards', () => {
    const content = { kind: 'safety', title: 'Stay away', lines: ['10 m'], actions: [] };
    const seen = message({ attachments: [{ contentType: CARD_CONTENT_TYPE, content }] });
    expect(seen.cards).to.deep.equal([content]);
    expect(seen.unsupported).to.equal(false);
  });

  it('says so where it cannot show a card', () => {
    const seen = message({ attachments: [{ contentType: CARD_CONTENT_TYPE, content: { kind: 'hologram' } }] });
    expect(seen).to.deep.include({ cards: [], unsupported: true });
  });

  it('shows pictures and files from addresses that a browser fetches', () => {
    const seen = message({
      attachments: [
        { contentType: 'image/jpeg', contentUrl: '/api/desk/attachments/1', name: 'pole.jpg' },
        { contentType: 'application/pdf', contentUrl: 'https://files.example/a.pdf' },
      ],
    });
    expect(seen.files).to.deep.equal([
      { name: 'pole.jpg', url: 'https://desk.example/api/desk/attachments/1', image: true },
      { name: 'application/pdf', url: 'https://files.example/a.pdf', image: false },
    ]);
  });

  it('follows no address that could run something', () => {
    for (const contentUrl of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'blob:x',
      'http://[',
    ]) {
      const seen = message({ attachments: [{ contentType: 'image/png', contentUrl }] });
      expect(seen, contentUrl).to.deep.include({ files: [], unsupported: true });
    }
  });

  it('tells who is speaking, the end and the rating', () => {
    const event = (name: string, value?: unknown) => view({ type: 'event', name, value });
    expect(event('status', { speaker: 'waiting', place: 2 })).to.deep.equal({
      kind: 'status',
      status: { speaker: 'waiting', place: 2 },
    });
    expect(event('closed')).to.deep.equal({ kind: 'closed' });
    expect(event('rating', { sessionId: 's', score: 4, words: '快' })).to.deep.equal({
      kind: 'rating',
      score: 4,
      words: '快',
    });
  });

  it('hides what is not for people, or not of the form', () => {
    const hidden = [
      { type: 'event', name: 'join' },
      { type: 'event', name: 'status', value: { speaker: 'a ghost' } },
      { type: 'event', name: 'rating', value: { sessionId: 's', score: 9 } },
      { type: 'typing' },
      { type: 7 },
      null,
      'message',
    ];
    for (const activity of hidden) expect(view(activity)).to.deep.equal({ kind: 'hidden' });
  });

  it('keeps the text where something beside it is broken', () => {
    const broken = { attachments: 'none', entities: 5, suggestedActions: [], channelData: 'x' };
    expect(message({ text: 'hello', ...broken })).to.deep.include({ text: 'hello', choices: [], clientId: null });
  });

  it('never throws, whatever a channel stores', () => {
    const activity = fc.record(
      {
        type: fc.constantFrom('message', 'event'),
        name: fc.constantFrom('status', 'closed', 'rating', 'x'),
        text: fc.jsonValue(),
        value: fc.jsonValue(),
        attachments: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
        suggestedActions: fc.jsonValue(),
        entities: fc.jsonValue(),
        channelData: fc.jsonValue(),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(fc.property(activity, (one) => void expect(view(one).kind).to.be.a('string')));
  });
});
