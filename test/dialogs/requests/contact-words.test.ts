import { expect } from 'chai';
import { addressIn, contactChangeAsked, mobileIn } from '../../../dialogs/requests/contact-words.ts';

describe('words about another phone or address', () => {
  it('tell which of both is meant, and leave other changes of an account alone', () => {
    expect(contactChangeAsked('我要改登记的手机号')).to.equal('phone');
    expect(contactChangeAsked('I moved, please update my mailing address')).to.equal('address');
    for (const other of ['我想过户给我儿子', '改户名', 'close my account', 'change the name on my account and phone']) {
      expect(contactChangeAsked(other), other).to.equal(null);
    }
  });

  it('give a mobile number however it is written, the last of two', () => {
    expect(mobileIn('138 0013-8000')).to.equal('13800138000');
    expect(mobileIn('＋86 13800138000')).to.equal('13800138000');
    expect(mobileIn('从13900139000改成13800138000')).to.equal('13800138000');
    for (const none of ['1380013800', '23800138000', '0319000012345678', '12800138000']) {
      expect(mobileIn(none), none).to.equal(null);
    }
  });

  it('give an address after “to”, or as the answer that was asked for', () => {
    expect(addressIn('地址改成东莞市寮步镇香市路8号3栋302', null)).to.equal('东莞市寮步镇香市路8号3栋302');
    expect(addressIn('change my address to 8 Xiangshi Road, Liaobu', null)).to.equal('8 Xiangshi Road, Liaobu');
    expect(addressIn('东莞市寮步镇香市路8号', 'new_address.1')).to.equal('东莞市寮步镇香市路8号');
    expect(addressIn('东莞市寮步镇香市路8号', 'confirm')).to.equal(null);
  });

  it('give no address where they ask something, are too short, or hold what no address has', () => {
    for (const none of ['怎么改地址？', '8号', '12345678', '<b>东莞市寮步镇</b>', '长'.repeat(201)]) {
      expect(addressIn(none, 'new_address'), none).to.equal(null);
    }
  });
});
