import { expect } from 'chai';
import { drawStorm } from '../../bench/storm/draw-storm.ts';
import { examineStorm, type StormExamined } from '../../bench/storm/examine-storm.ts';
import { runStorm, type StormRun } from '../../bench/storm/run-storm.ts';
import { openStormGround, type StormGround } from '../../bench/storm/storm-ground.ts';
import { createRandom } from '../../data/demo/random.ts';

const CUSTOMERS = 60;

describe('a storm of customers on the real server', function () {
  this.timeout(6 * 60_000);
  let ground: StormGround;
  let run: StormRun;
  let examined: StormExamined;
  before(async () => {
    ground = await openStormGround(2 * CUSTOMERS);
    const drawn = { customers: CUSTOMERS, minutes: 10, dangerShare: 0.2, random: createRandom(7) };
    const { callers } = drawStorm(ground.utility, drawn);
    run = await runStorm(ground, callers, { atOnce: CUSTOMERS, progress: () => undefined });
    examined = await ground.examine((database) => examineStorm(database, run.played));
  });
  after(() => ground?.close());

  it('leads everybody who stays to an end', () => {
    expect(run.failures).to.deep.equal([]);
    expect(run.played).to.have.length(CUSTOMERS);
    const endings = new Set(run.played.map(({ ending }) => ending));
    expect([...endings])
      .to.include('ticket')
      .and.not.to.include.members(['unanswered', 'endless']);
    for (const { ending } of run.played) expect(ending).to.be.oneOf(['ticket', 'no_ticket', 'left']);
  });

  it('has everybody with their languages, ways and moods in it', () => {
    const callers = run.played.map(({ caller }) => caller);
    for (const holds of [
      (caller: (typeof callers)[number]) => caller.language === 'en',
      (caller) => caller.hears === 'polling',
      (caller) => caller.repeats !== null,
      (caller) => caller.reconnectsBefore !== null,
      (caller) => caller.names === 'position',
      (caller) => caller.danger !== null,
    ] satisfies ((caller: (typeof callers)[number]) => boolean)[]) {
      expect(callers.some(holds), String(holds)).to.equal(true);
    }
  });

  it('loses, doubles and forgets nothing: messages, answers, tickets', () => {
    for (const [flaw, conversations] of Object.entries(examined.broken)) expect(conversations, flaw).to.deep.equal([]);
  });

  it('has a ticket of the highest grade for everybody in danger', () => {
    expect(examined.emergencies).to.have.length.above(3);
    expect(examined.emergencies.map(({ severity }) => severity)).to.satisfy((all: (string | null)[]) =>
      all.every((severity) => severity === 'P1'),
    );
  });
});
