// Runs on any Node from 20 on, before everything else: installs the packages where they are missing or out of date.
// They bring Node 24 with them, which the commands behind this one then run on.
import { spawnSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm notes what it has installed; a newer lock file means that something else is wanted.
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  process.stderr.write('Installing packages, which takes about a minute…\n');
  const windows = process.platform === 'win32';
  // Not `npm ci`: it refuses a lock file that lacks the optional packages of other machines than the one it was made on.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (status !== 0) {
    process.stderr.write(`The packages could not be installed${error ? `: ${error.message}` : ''}.\n`);
    process.exit(status ?? 1);
  }
  utimesSync(join(root, 'node_modules/.package-lock.json'), new Date(), new Date());
}
