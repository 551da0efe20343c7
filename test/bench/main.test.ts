import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from 'chai';

const ROOT = resolve(import.meta.dirname, '../..');

function bench(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/main.ts', ...args], { cwd: ROOT });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

describe('npm run bench', () => {
  it('lists what there is, a line each', () => {
    const { status, stdout } = bench();
    expect(status).to.equal(0);
    expect(stdout).to.match(/^ {2}turn +\S.*$/m);
  });

  it('lists it too where a name is unknown, and fails', () => {
    const { status, stdout, stderr } = bench('nothing');
    expect(status).to.equal(2);
    expect(stdout).to.match(/^ {2}turn /m);
    expect(stderr).to.include('nothing');
  });

  for (const args of [['--turns', 'many'], ['--rounds', '0'], ['--only', 'a,z'], ['--fast']]) {
    it(`says how it is used where it is asked for ${args.join(' ')}`, () => {
      const { status, stdout, stderr } = bench('turn', ...args);
      expect(status).to.equal(2);
      expect(stderr).to.match(/--turns N|--only/);
      expect(stdout).to.equal('');
    });
  }
});
