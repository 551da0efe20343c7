import { expect } from 'chai';
import fc from 'fast-check';
import {
  answerJson,
  type LoopbackServer,
  startLoopbackServer,
} from '../channels/bot-framework/support/loopback-server.ts';
import { channelPosts } from './support/channel-posts.ts';
import { expectNothingLeft } from './support/expect-nothing-left.ts';
import { type FuzzServer, startFuzzServer } from './support/fuzz-server.ts';
import { runs, SEEDED } from './support/fuzz-settings.ts';
import { expectGoodAnswer } from './support/good-answer.ts';
import { brokenBytes } from './support/spoilt-bodies.ts';

describe(`what channels outside post, right and wrong ${SEEDED}`, function () {
  this.timeout(90_000);
  let server: FuzzServer;
  let service: LoopbackServer;
  let taken = 0;

  before(async () => {
    service = await startLoopbackServer((_request, response, body) => {
      JSON.parse(body);
      taken += 1;
      answerJson(response, 201, { id: `taken-${taken}` });
    });
    server = await startFuzzServer();
  });
  after(async () => {
    expect(await server.stop()).to.equal(0);
    await service.close();
  });

  it('is taken in whole or refused by its field', async () => {
    const { client, rows } = server;
    const posts = channelPosts(`${service.url}/`);
    const bodies = fc.oneof(
      { weight: 6, arbitrary: posts.map((post) => JSON.stringify(post) ?? '') },
      { weight: 1, arbitrary: posts.chain((post) => brokenBytes(JSON.stringify(post) ?? '')) },
    );
    const types = fc.constantFrom(...Array<string>(9).fill('application/json'), 'text/plain');
    const property = fc.asyncProperty(bodies, types, async (body, type) => {
      await settled();
      const before = rows.fingerprint();
      const post = () =>
        client.send({ method: 'POST', path: '/api/messages', headers: { 'content-type': type }, body });
      const answer = await post();
      const what = `${String(body).slice(0, 600)}`;
      // By Bot Framework's protocol an invoke that nobody implements is answered 501, its own way of saying so.
      if (answer.status === 501) expect(body.toString(), what).to.include('"invoke"');
      else expectGoodAnswer(answer, what);
      if (answer.status >= 400 && answer.status < 500 && rows.fingerprint() !== before)
        await expectNothingLeft(rows, post, { what: `${what}\n${answer.text}` });
    });
    await fc.assert(property, runs(400));
  });

  it('has been answered at the channel, with nothing set aside and no transcript with a gap', async () => {
    await settled();
    const { rows } = server;
    expect(rows.setAside()).to.deep.equal([]);
    expect(rows.gapped()).to.deep.equal([]);
    expect(rows.all("select * from outbox where state in ('dead', 'unknown')")).to.deep.equal([]);
    expect(taken).to.be.greaterThan(10);
  });

  /** When all is handled and what was said has left. */
  async function settled(): Promise<void> {
    await server.rows.settled();
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      if (server.rows.all("select 1 from outbox where state in ('due', 'sending') limit 1").length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('what was said has not left within 20 s');
  }
});
