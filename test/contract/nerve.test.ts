import { expect } from 'chai';
import { MemoryNerve } from '../../store/nerve/memory-nerve.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import { RedisNerve } from '../../store/nerve/redis-nerve.ts';

interface Kind {
  readonly name: string;
  /** Two ends of one nervous system, as two processes have them; null where its server is not on this machine. */
  open(): readonly [Nerve, Nerve] | null;
}

const KINDS: readonly Kind[] = [
  {
    name: 'memory',
    open() {
      const nerve = new MemoryNerve();
      return [nerve, nerve];
    },
  },
  {
    name: 'Redis',
    open() {
      const url = process.env.TEST_REDIS_URL;
      if (!url) return null;
      const prefix = `t${process.pid}-${Math.random().toString(36).slice(2)}:`;
      return [new RedisNerve(url, { prefix }), new RedisNerve(url, { prefix })];
    },
  },
];

const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

for (const kind of KINDS) {
  describe(`the nervous system over ${kind.name}`, () => {
    let one: Nerve;
    let other: Nerve;
    before(function () {
      const ends = kind.open();
      if (!ends) return this.skip();
      [one, other] = ends;
    });
    after(async () => {
      await one?.close();
      if (other !== one) await other?.close();
    });

    it('gives a lease to one at a time', async () => {
      const lease = await one.lease('a', 5000);
      expect(lease).to.not.equal(null);
      expect(await other.lease('a', 5000)).to.equal(null);
      expect(await lease?.renew()).to.equal(true);
      await lease?.release();
      const next = await other.lease('a', 5000);
      expect(next).to.not.equal(null);
      await next?.release();
    });

    it('lets a lease that is not renewed end, and keeps its late holder from ending the next', async () => {
      const late = await one.lease('b', 30);
      await soon();
      const next = await other.lease('b', 5000);
      expect(next).to.not.equal(null);
      expect(await late?.renew()).to.equal(false);
      await late?.release();
      expect(await one.lease('b', 5000)).to.equal(null);
      await next?.release();
    });

    it('gives one of many who ask at once the lease', async () => {
      const leases = await Promise.all(
        Array.from({ length: 50 }, (_, index) => (index % 2 ? one : other).lease('c', 5000)),
      );
      expect(leases.filter((lease) => lease !== null)).to.have.length(1);
    });

    it('carries messages to every subscriber of a topic until it stops listening', async () => {
      const heard: string[] = [];
      const stop = [
        one.subscribe('news', (message) => heard.push(`one ${message}`)),
        other.subscribe('news', (message) => heard.push(`other ${message}`)),
        other.subscribe('else', (message) => heard.push(`else ${message}`)),
      ];
      await soon();
      one.publish('news', 'first');
      await soon();
      expect(heard.sort()).to.deep.equal(['one first', 'other first']);
      stop[0]?.();
      other.publish('news', 'second');
      await soon();
      expect(heard.sort()).to.deep.equal(['one first', 'other first', 'other second']);
      for (const each of stop) each();
    });

    it('lets through as many as the limit allows and says when to come back', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => one.spend('d', 10, 60_000)));
      expect(answers.filter(({ allowed }) => allowed)).to.have.length(10);
      const refused = await other.spend('d', 10, 60_000);
      expect(refused.allowed).to.equal(false);
      expect(refused.retryAfterMs).to.be.within(1, 120_000);
      expect((await other.spend('another', 10, 60_000)).allowed).to.equal(true);
    });

    it('lets through again when the window has passed', async () => {
      expect((await one.spend('e', 1, 60)).allowed).to.equal(true);
      await new Promise((resolve) => setTimeout(resolve, 130));
      expect((await one.spend('e', 1, 60)).allowed).to.equal(true);
    });

    it('knows who is present until they leave or fall silent', async () => {
      await one.beat('agents', 'anna', 5000);
      await other.beat('agents', 'bo', 5000);
      await other.beat('agents', 'cleo', 30);
      await soon();
      expect(await one.present('agents')).to.deep.equal(['anna', 'bo']);
      await one.leave('agents', 'bo');
      expect(await other.present('agents')).to.deep.equal(['anna']);
    });

    it('answers when it is asked whether it is there', async () => {
      await one.ping();
    });
  });
}

describe('the nervous system without its Redis', () => {
  it('gives leases, lets through and loses messages, but throws nothing at a turn', async () => {
    const nerve = new RedisNerve('redis://127.0.0.1:1', { prefix: 'x:' });
    const lease = await nerve.lease('a', 1000);
    expect(lease).to.not.equal(null);
    expect(await lease?.renew()).to.equal(true);
    await lease?.release();
    nerve.publish('a', 'lost');
    expect((await nerve.spend('a', 1, 1000)).allowed).to.equal(true);
    expect(await nerve.present('a')).to.deep.equal([]);
    expect(
      await nerve.ping().then(
        () => 'there',
        () => 'away',
      ),
    ).to.equal('away');
    await nerve.close();
  });
});
