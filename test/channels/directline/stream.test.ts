import { expect } from 'chai';
import { begin, Listener, say } from '../support/direct-line-caller.ts';
import { type EchoService, startEchoService } from '../support/echo-service.ts';

describe('a Direct Line stream', () => {
  let service: EchoService;
  before(async () => {
    service = await startEchoService();
  });
  after(() => service.close());

  it('pushes what the customer said and what the bot answered', async () => {
    const conversation = await begin(service.base);
    const listener = new Listener(conversation.streamUrl);
    await say(service.base, conversation, 'the light is out');
    await listener.until(2);
    expect(listener.texts).to.deep.equal(['the light is out', 'You said: the light is out']);
    expect(listener.watermark).to.equal('2');
    listener.socket.close();
  });
});
