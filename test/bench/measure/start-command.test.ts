import { expect } from 'chai';
import { startCommand, startEnvironment } from '../../../bench/measure/start-command.ts';
import packageFile from '../../../package.json' with { type: 'json' };

describe('what a benchmark starts', () => {
  it('is what npm start starts, with its environment', () => {
    const set = Object.entries(startEnvironment()).map(([name, value]) => `${name}=${value}`);
    const told = [...set, 'exec', 'node', ...startCommand()].join(' ');
    expect(packageFile.scripts.start).to.match(/bot\/main\.ts$/);
    expect(packageFile.scripts.start.endsWith(` ${told}`)).to.equal(true);
    expect(set).to.have.length.above(0);
  });
});
