// Runs on any Node from 20 on, before everything else: installs the packages where they are missing or out of date.
// They bring Node 24 with them, which the commands behind this one then run on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const note = join(root, 'node_modules', '.prepared');
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

if (!existsSync(note) || readFileSync(note, 'utf8') !== wanted) {
  process.stderr.write('Installing packages, which takes about a minute…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(npm, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write(`The packages could not be installed${error ? `: ${error.message}` : ''}.\n`);
    process.exit(status ?? 1);
  }
  writeFileSync(note, wanted);
}
