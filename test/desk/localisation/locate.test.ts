import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';

const NETWORK = 'test/domain/faults/localisation/fixtures/feeder.jsonl';

describe('npm run locate', () => {
  const run = async (args: readonly string[], input: string) => {
    const child = spawn(process.execPath, ['desk/localisation/cli/locate.ts', ...args]);
    const output = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output.out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output.err += chunk;
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    const lines = output.out.split('\n').filter(Boolean);
    return { code: Number(code), lines: lines.map((line) => JSON.parse(line)), error: output.err };
  };
  const scenario = (id: string) =>
    JSON.stringify({ id, t_min: 15, reports: [{ customer: 'c1', t: 2, kind: 'no_power' }] });

  it('answers line by line, in order', async () => {
    const { code, lines } = await run(['--network', NETWORK], `${scenario('b')}\n\n${scenario('a')}\n`);
    expect(code).to.equal(0);
    expect(lines.map(({ id }) => id)).to.deep.equal(['b', 'a']);
    expect(lines[0].failed).to.have.lengthOf(1);
    expect(lines[0].ranking[0]).to.have.all.keys('id', 'p');
    expect(lines[0].ranking.length).to.be.at.most(10);
  }).timeout(20_000);

  it('names what is wrong with a line and carries on', async () => {
    const bad = JSON.stringify({ id: 'x', t_min: 5, reports: [{ customer: 'c1', t: 1, kind: 'dim' }] });
    const { code, lines } = await run(['--network', NETWORK], `{\n${bad}\n${scenario('good')}\n`);
    expect(code).to.equal(1);
    expect(lines[0]).to.deep.equal({ id: null, error: 'the line is not JSON' });
    expect(lines[1].id).to.equal('x');
    expect(lines[1].error).to.match(/^reports\.0\.kind: /);
    expect(lines[2].id).to.equal('good');
  }).timeout(20_000);

  it('says what it wants when it is not told the network', async () => {
    const { code, error } = await run([], '');
    expect(code).to.equal(2);
    expect(error).to.match(/--network FILE/);
  }).timeout(20_000);
});
