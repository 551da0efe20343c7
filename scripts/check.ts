import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run check`: types, lint and format, unawaited promises, floors and cycles, unused code. All run at once; any failure fails. */
const CHECKS: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: 'types', command: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
  { name: 'types of the widget', command: 'node_modules/typescript/bin/tsc', args: ['-p', 'web/widget'] },
  { name: 'types of the site', command: 'node_modules/typescript/bin/tsc', args: ['-p', 'web/site'] },
  { name: 'types of the desk', command: 'node_modules/typescript/bin/tsc', args: ['-p', 'web/desk'] },
  { name: 'lint and format', command: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  {
    name: 'promises',
    command: 'node_modules/oxlint/bin/oxlint',
    args: [
      '--type-aware',
      '-A',
      'all',
      '-D',
      'typescript/no-floating-promises',
      '-D',
      'typescript/no-misused-promises',
      '--tsconfig',
      'tsconfig.json',
    ],
  },
  { name: 'floors and cycles', command: 'scripts/check-floors.ts', args: [] },
  { name: 'unused code', command: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
];

const root = fileURLToPath(new URL('..', import.meta.url));

function run({ name, command, args }: (typeof CHECKS)[number]): Promise<boolean> {
  const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      process.stdout.write(code === 0 ? `${name}: good\n` : `${name}: FAILED\n${Buffer.concat(output).toString()}\n`);
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(CHECKS.map(run));
process.exit(results.every(Boolean) ? 0 : 1);
