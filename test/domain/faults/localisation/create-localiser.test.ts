import { expect } from 'chai';
import { createLocaliser, type Localiser } from '../../../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../../../domain/faults/localisation/evidence.ts';
import { indexTree } from '../../../../domain/faults/localisation/index-tree.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../../../domain/faults/localisation/localiser-settings.ts';
import { smallFeeder } from './small-feeder.ts';

const tree = indexTree(smallFeeder());

describe('localising a fault', () => {
  const start = (): Localiser => createLocaliser(tree);
  const said = (kind: SupplyReport['kind'], customer: string, at = 5): SupplyReport => ({
    kind,
    at,
    candidates: [{ customer, weight: 1 }],
  });
  const call = (localiser: Localiser, ...customers: readonly string[]): void => {
    for (const customer of customers) localiser.observe(said('no_power', customer));
  };
  const probability = (localiser: Localiser, device: string): number =>
    localiser.infer(15).ranking.find((each) => each.device === device)?.p ?? 0;

  it('says that nothing failed before anybody has reported', () => {
    expect(start().infer(15)).to.deep.equal({ failed: [], causes: [], ranking: [], nothing: 1 });
  });

  it('names the transformer when many of its customers call and nobody else does', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-1', 't1-4', 't1-7');
    const { failed, causes, ranking } = localiser.infer(15);
    expect(causes).to.deep.equal(ranking.filter(({ device }) => failed.includes(device)));
    expect(failed).to.deep.equal(['t1']);
    expect(ranking[0]).to.deep.include({ device: 't1', customers: 10, callsBelow: 4, silentBelow: 6 });
    expect(ranking[0]?.reasons).to.include('calls_as_expected');
  });

  it('names the fuse when both its transformers’ customers call', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-3', 't1-5', 't2-1', 't2-2', 't2-9');
    expect(localiser.infer(15).failed).to.deep.equal(['f1']);
  });

  it('names two devices when customers of both call and those between are silent', () => {
    const localiser = start();
    call(localiser, ...[0, 1, 2, 3, 4, 5].flatMap((index) => [`t1-${index}`, `t3-${index}`]));
    expect([...localiser.infer(15).failed].sort()).to.satisfy(
      (failed: string[]) => failed.length === 2 && failed[0] !== undefined && ['f2', 't1'].includes(failed[0]),
    );
    expect(probability(localiser, 'b')).to.be.below(0.05);
  });

  it('takes silence for evidence: the longer nobody else calls, the smaller the fault', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-1');
    const [early, late] = [2, 60].map((minutes) => localiser.infer(minutes).ranking);
    const fuse = (ranking: typeof early) => ranking?.find(({ device }) => device === 'f1')?.p ?? 0;
    expect(fuse(late)).to.be.below(fuse(early));
  });

  it('thinks less of a device below which somebody has power', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-3', 't2-1', 't2-2');
    const before = probability(localiser, 'f1');
    localiser.observe(said('has_power', 't2-5'));
    expect(probability(localiser, 'f1')).to.be.below(before / 2);
  });

  it('hears a customer who repeats himself once', () => {
    const [once, twice] = [start(), start()];
    call(once, 't1-0');
    call(twice, 't1-0', 't1-0', 't1-0');
    expect(twice.infer(15)).to.deep.equal(once.infer(15));
  });

  it('leaves customers and devices out whom the network lacks', () => {
    const localiser = start();
    call(localiser, 'nobody');
    localiser.confirm('nothing', 'failed');
    expect(localiser.infer(15).failed).to.deep.equal([]);
  });

  it('takes a crew’s word over what calls suggest', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-3', 't1-5');
    localiser.confirm('t1', 'sound');
    localiser.confirm('f1', 'failed');
    const { failed, ranking } = localiser.infer(15);
    expect(failed).to.deep.equal(['f1']);
    expect(ranking.map(({ device }) => device)).not.to.include('t1');
    expect(ranking[0]?.reasons).to.include('confirmed');
  });

  it('keeps to a confirmed failure however many call from beside it', () => {
    const localiser = start();
    for (const transformer of ['t1', 't2', 't3']) {
      call(localiser, ...Array.from({ length: 10 }, (_, index) => `${transformer}-${index}`));
    }
    expect(localiser.infer(15).failed).to.deep.equal(['b']);
    localiser.confirm('t1', 'failed');
    const { failed } = localiser.infer(15);
    expect(failed).to.include('t1');
    expect(failed).to.not.include('b');
    expect(failed).to.have.length.above(1);
  });

  it('puts an ambiguous call where others call too', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-3', 't1-5');
    for (let index = 0; index < 4; index += 1) {
      localiser.observe({
        kind: 'no_power',
        at: 6,
        candidates: [
          { customer: `t1-${6 + index}`, weight: 0.5 },
          { customer: `t3-${6 + index}`, weight: 0.5 },
        ],
      });
    }
    const { failed, ranking } = localiser.infer(15);
    expect(failed).to.deep.equal(['t1']);
    expect(ranking[0]?.callsBelow).to.be.above(6);
  });

  it('takes an answer to a question for more than a call, and other people’s silence for nothing', () => {
    const localiser = start();
    call(localiser, 't1-0', 't1-1');
    const before = probability(localiser, 'f1');
    localiser.observe({ ...said('no_power', 't2-4'), asked: true });
    expect(probability(localiser, 'f1')).to.be.above(before);
  });

  it('finds a fault behind a lone call where it is known that something failed', () => {
    const localiser = createLocaliser(tree, { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 });
    call(localiser, 't3-2');
    const { failed, nothing } = localiser.infer(15);
    expect(nothing).to.equal(0);
    expect(failed).to.have.lengthOf(1);
  });
});
