import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Imports point down only, and never in a circle. Each floor may import itself and those it names; `packages` lists what
 * it may take from outside, anything where absent.
 */
interface Floor {
  readonly room: string;
  readonly below: readonly string[];
  readonly packages?: readonly RegExp[];
}

const BOTBUILDER = /^(botbuilder|botframework)/;
const FLOORS: readonly Floor[] = [
  { room: 'web/protocol', below: [], packages: [/^zod$/] },
  { room: 'web/build', below: [] },
  { room: 'web/', below: ['web/', 'strings'] },
  { room: 'domain', below: [], packages: [] },
  { room: 'strings', below: ['domain', 'web/protocol'] },
  { room: 'nlu', below: ['domain', 'data/gazetteer'] },
  { room: 'store', below: ['domain', 'strings', 'web/protocol'] },
  { room: 'data', below: ['domain', 'store'] },
  { room: 'dialogs', below: ['nlu', 'store', 'domain', 'strings', 'web/protocol'] },
  { room: 'desk', below: ['dialogs', 'nlu', 'store', 'domain', 'strings', 'web/protocol'] },
  { room: 'channels', below: ['desk', 'dialogs', 'nlu', 'store', 'domain', 'strings', 'web/protocol'] },
  {
    room: 'bot',
    below: [
      'package.json',
      'channels',
      'desk',
      'dialogs',
      'nlu',
      'store',
      'domain',
      'strings',
      'data',
      'web/protocol',
      'web/build',
    ],
  },
];
/** Nobody else imports Bot Framework, so that its successor can take its place there. */
const BOTBUILDER_ROOMS = ['bot', 'dialogs', 'channels'];

const root = fileURLToPath(new URL('..', import.meta.url));
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/g;

interface Edge {
  readonly from: string;
  readonly to: string;
}

function problemsOf(): string[] {
  const files = FLOORS.flatMap(({ room }) => globSync(`${room.replace(/\/$/, '')}/**/*.{ts,tsx}`, { cwd: root }));
  const edges: Edge[] = [];
  const problems: string[] = [];
  for (const file of new Set(files.map((path) => path.replaceAll('\\', '/')))) {
    if (file.endsWith('.d.ts')) continue;
    const floor = floorOf(file);
    for (const [, specifier = ''] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      if (specifier.startsWith('.')) edges.push({ from: file, to: normalize(join(dirname(file), specifier)) });
      else if (!specifier.startsWith('node:')) problems.push(...packageProblem(file, floor, specifier));
      else if (floor.room === 'domain') problems.push(`${file}: domain/ imports no package (${specifier})`);
    }
  }
  return [...problems, ...edges.flatMap(floorProblem), ...cycles(edges)];
}

function floorOf(file: string): Floor {
  const floor = FLOORS.find(({ room }) => file.startsWith(room.endsWith('/') ? room : `${room}/`));
  if (!floor) throw new Error(`${file} stands on no floor`);
  return floor;
}

function packageProblem(file: string, floor: Floor, specifier: string): string[] {
  if (BOTBUILDER.test(specifier) && !BOTBUILDER_ROOMS.includes(floor.room)) {
    return [`${file}: only ${BOTBUILDER_ROOMS.join(', ')} import ${specifier}`];
  }
  if (floor.packages && !floor.packages.some((allowed) => allowed.test(specifier))) {
    return [`${file}: ${floor.room}/ may not import the package ${specifier}`];
  }
  return [];
}

function floorProblem({ from, to }: Edge): string[] {
  const floor = floorOf(from);
  const allowed = [floor.room, ...floor.below].some(
    (room) => to === room || to.startsWith(room.endsWith('/') ? room : `${room}/`),
  );
  return allowed ? [] : [`${from}: ${floor.room} may not import ${to}`];
}

function cycles(edges: readonly Edge[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push(`a circle of imports: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

const problems = problemsOf();
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);
