import { expect } from 'chai';
import { channelMessage } from '../../../channels/bot-framework/channel-message.ts';
import { CARD_CONTENT_TYPE } from '../../../web/protocol/wire-names.ts';
import { CARDS } from '../render/cards.ts';

const PICTURE = 'https://help.example.com/documents/usage';
const BILL = 'https://help.example.com/documents/bill';
const card = {
  ...CARDS.bill,
  chart: { title: 'Usage', unit: 'kWh', columns: [], alt: 'Usage fell', picture: PICTURE },
};
const said = (attachments: readonly unknown[]) => JSON.stringify({ type: 'message', text: 'Here it is', attachments });
const withChart = said([{ contentType: CARD_CONTENT_TYPE, content: card }]);
const withBill = said([{ contentType: 'image/png', contentUrl: BILL, name: 'bill-2026-10.png' }]);

const SKETCH = 'https://help.example.com/documents/places';
const places = {
  ...CARDS.places,
  map: {
    alt: 'Sketch of 1 place',
    from: 'you',
    north: 'N',
    points: [{ north: 300, east: 200 }],
    scale: { metres: 100, label: '100 m' },
    picture: SKETCH,
  },
};
const withPlaces = said([{ contentType: CARD_CONTENT_TYPE, content: places }]);

const shownIn = (channelId: string, body: string) =>
  channelMessage(body, { channelId, language: 'en', toTraditional: (value) => value });

describe('pictures in channels outside', () => {
  it('are the columns of a chart where cards are not drawn, with the same in words', () => {
    for (const channelId of ['telegram', 'line', 'facebook']) {
      const shown = shownIn(channelId, withChart);
      expect(shown?.attachments, channelId).to.deep.equal([
        { contentType: 'image/png', contentUrl: PICTURE, name: 'Usage' },
      ]);
      expect(shown?.text).to.include('Usage fell');
    }
  });

  it('stand within the card where cards are drawn', () => {
    const shown = shownIn('msteams', withChart);
    expect(shown?.attachments).to.have.length(1);
    expect(JSON.stringify(shown?.attachments)).to.include(`"type":"Image","url":"${PICTURE}"`);
  });

  it('are the sketch of places to pay, numbered as in the list', () => {
    for (const channelId of ['telegram', 'line', 'facebook']) {
      const shown = shownIn(channelId, withPlaces);
      expect(shown?.attachments, channelId).to.deep.equal([
        { contentType: 'image/png', contentUrl: SKETCH, name: 'Sketch of 1 place' },
      ]);
      expect(shown?.text).to.include('① Hall').and.to.include('https://maps.example/1');
    }
    const card = JSON.stringify(shownIn('msteams', withPlaces)?.attachments);
    expect(card).to.include(`"type":"Image","url":"${SKETCH}"`).and.to.include('1. Hall');
    const words = shownIn('sms', withPlaces);
    expect(words?.attachments).to.equal(undefined);
    expect(words?.text).to.include('Hall').and.to.include('https://maps.example/1').and.not.to.include(SKETCH);
  });

  it('are attached by themselves, such as a whole bill, in both', () => {
    for (const channelId of ['telegram', 'msteams']) {
      expect(shownIn(channelId, withBill)?.attachments, channelId).to.deep.equal([
        { contentType: 'image/png', contentUrl: BILL, name: 'bill-2026-10.png' },
      ]);
    }
  });

  it('are left out where a channel shows none, and where they have no address that the world can reach', () => {
    expect(shownIn('sms', withBill)?.attachments).to.equal(undefined);
    const nowhere = withBill.replace('https://help.example.com', '');
    expect(shownIn('telegram', nowhere)?.attachments).to.equal(undefined);
  });
});
