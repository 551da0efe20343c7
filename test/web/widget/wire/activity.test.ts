import { expect } from 'chai';
import { clientActivityId, readFrame } from '../../../../web/widget/wire/activity.ts';

describe('reading a frame', () => {
  const message = { id: 'c|0000001', type: 'message', from: { id: 'bot' }, text: '您好' };

  it('takes activities and watermark', () => {
    expect(readFrame({ activities: [message], watermark: '1' })).to.deep.equal({
      activities: [message],
      watermark: '1',
    });
  });

  it('knows a frame without a watermark, and one as a number', () => {
    expect(readFrame({ activities: [] })?.watermark).to.equal(undefined);
    expect(readFrame({ activities: [], watermark: 7 })?.watermark).to.equal('7');
  });

  it('leaves out what is no activity and keeps what stands beside it', () => {
    const frame = readFrame({ activities: [null, 3, { type: 'message' }, { ...message, text: 5 }, message] });
    expect(frame?.activities).to.deep.equal([message]);
  });

  it('reads null as absent', () => {
    const frame = readFrame({ activities: [{ ...message, attachments: null, timestamp: null }] });
    expect(frame?.activities).to.deep.equal([message]);
  });

  it('takes nothing else for a frame', () => {
    for (const value of [undefined, null, '', [], {}, { activities: {} }]) expect(readFrame(value)).to.equal(undefined);
  });

  it('finds the id by which an echo is known', () => {
    const from = { id: 'u' };
    expect(clientActivityId({ type: 'message', from, channelData: { clientActivityID: 'x' } })).to.equal('x');
    expect(clientActivityId({ type: 'message', from, channelData: { clientActivityID: 4 } })).to.equal(undefined);
    expect(clientActivityId({ type: 'message', from })).to.equal(undefined);
  });
});
