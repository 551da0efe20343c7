import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm test [-- pattern …]`: everything, or the test files named. The servers and the browser come from Debian's packages:
 * with CI=true they are installed where they are missing, else the command is printed and their tests skip themselves.
 */
const PACKAGES: readonly { program: string; package: string; what: string }[] = [
  { program: '/usr/lib/postgresql', package: 'postgresql', what: 'contract suites and crash tests on PostgreSQL' },
  {
    program: '/usr/bin/redis-server',
    package: 'redis-server',
    what: 'contract suites on Redis, tests of two processes',
  },
  { program: '/usr/bin/chromium', package: 'chromium', what: 'end-to-end tests in a browser' },
  {
    program: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    package: 'fonts-noto-cjk',
    what: 'Chinese in screenshots',
  },
];

function provide(): void {
  const lacking = PACKAGES.filter(({ program }) => !existsSync(program));
  if (lacking.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${lacking.map((entry) => entry.package).join(' ')}`;
  if (process.env.CI === 'true' && isDebian() && process.getuid?.() === 0) {
    const steps = `export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && ${command} -qq`;
    const { status } = spawnSync('sh', ['-c', steps], { stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(status ?? 1);
    return;
  }
  process.stderr.write(
    `Not on this machine, so skipped: ${lacking.map(({ what }) => what).join('; ')}.\nOn Debian: ${command}\n`,
  );
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

provide();
const root = fileURLToPath(new URL('..', import.meta.url));
const patterns = process.argv.slice(2);
const files = patterns.length > 0 ? patterns : ['test/**/*.test.ts'];
const mocha = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', ...files], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => mocha.kill(signal));
mocha.on('exit', (code) => process.exit(code ?? 1));
