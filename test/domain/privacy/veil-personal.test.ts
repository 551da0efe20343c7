import { expect } from 'chai';
import { veilPersonal } from '../../../domain/privacy/veil-personal.ts';

describe('what is veiled for those who judge service', () => {
  it('is who it was given to, in fields and in words; what names our own rows stays', () => {
    const shown = {
      session: {
        id: '018f2d6a-1111-4222-8333-444455556666',
        customerName: '王 小明',
        preview: '我的电话是13800138000',
      },
      account: { number: '4419000012', verified: true },
      ticketNumbers: ['26112400371'],
      rows: [
        { seq: 3, activity: { text: 'mail me at li@example.com', attachments: [{ contentUrl: '/a/1234567890' }] } },
      ],
    };
    expect(veilPersonal(shown)).to.deep.equal({
      session: { id: shown.session.id, customerName: '• ••', preview: '我的电话是•••••••••••' },
      account: { number: '••••••••••', verified: true },
      ticketNumbers: ['26112400371'],
      rows: [
        { seq: 3, activity: { text: 'mail me at ••••••••••••••', attachments: [{ contentUrl: '/a/1234567890' }] } },
      ],
    });
  });

  it('keeps lengths, so that marked words stay marked, and whatever is no text', () => {
    const given = {
      text: '石步村3栋302室，138 0013 8000',
      place: '石步村3栋302',
      flag: true,
      none: null,
      at: 1_764_000_000_000,
    };
    const veiled = veilPersonal(given);
    expect(veiled.text).to.have.length(given.text.length);
    expect(veiled.text).to.include('石步村').and.to.not.match(/\d{3}/);
    expect(veiled.place).to.equal('石步村•栋•••');
    expect(veiled).to.include({ flag: true, none: null, at: given.at });
  });

  it('shuts links that open a bill or the page to pay it at', () => {
    const given = {
      attachments: [{ contentUrl: 'https://a.example/documents/bill.png?link=ab.cd-e.f_g' }],
      actions: [{ url: 'https://a.example/pay?reference=ab..cd' }],
      text: '13800138000 https://a.example/pay?reference=ab..cd',
    };
    expect(veilPersonal(given)).to.deep.equal({
      attachments: [{ contentUrl: 'https://a.example/documents/bill.png?link=•••••••••••' }],
      actions: [{ url: 'https://a.example/pay?reference=••••••' }],
      text: '••••••••••• https://a.example/pay?reference=••••••',
    });
  });
});
