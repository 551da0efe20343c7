import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { usageOf, usageOfTree } from '../../../bench/measure/process-usage.ts';

describe('what a process uses', () => {
  before(function () {
    if (!existsSync('/proc/self/stat')) this.skip();
  });

  it('is its processor time and its resident memory, as seen from outside', async () => {
    // However busy the machine is, it goes on until it has had 300 ms of a processor.
    const program =
      'const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };' +
      'while (spent() < 300_000); console.log("spent"); setInterval(() => {}, 1e6)';
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      await once(child.stdout, 'data');
      const { cpuMs, rss } = usageOf(child.pid ?? 0);
      expect(cpuMs).to.be.within(250, 1000);
      expect(rss).to.be.within(10e6, 500e6);
      expect(usageOfTree(process.pid).rss).to.be.at.least(usageOf(process.pid).rss);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
