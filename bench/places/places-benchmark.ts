import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '../../data/demo/random.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { type PaymentPlace, type PaymentPlaceQuery, PaymentPlaces } from '../../dialogs/places/payment-places.ts';
import { addDays } from '../../domain/local-time.ts';
import { isOpenAt } from '../../domain/places/opening-hours.ts';
import { distanceMetres } from '../../domain/places/position.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { migrate } from '../../store/migrate.ts';
import { PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import { PlaceRevision } from '../../store/repositories/place-revision.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { type Benchmark, UsageError } from '../benchmark.ts';
import { quantile } from '../measure/quantiles.ts';
import { table } from '../measure/table.ts';
import { anywhere, madeUpPoints } from './made-up-points.ts';

const USAGE = 'npm run bench -- places [--points N]';
const POINTS = 100_000;
const QUERIES = 5000;
const CHECKED = 40;
const SEED = 20_261_124;
const TODAY = '2026-11-24';
const NOW = Date.parse(`${TODAY}T10:00:00+08:00`);

/** What is asked, by name: a draw of one such question. */
const MIX: Readonly<Record<string, (random: Random) => Omit<PaymentPlaceQuery, 'from' | 'count'>>> = {
  'by position': () => ({}),
  'within 5 km': () => ({ withinMetres: 5000 }),
  'open at a time': (random) => ({ openAt: someTime(random) }),
  'open at night': () => ({ openAt: { date: TODAY, minute: 180 } }),
  'with a service': () => ({ services: ['new_service'] }),
  'service, time, radius': (random) => ({ services: ['cash'], openAt: someTime(random), withinMetres: 5000 }),
  'service, at night': () => ({ services: ['invoice'], openAt: { date: TODAY, minute: 180 } }),
};

/** How fast the nearest places are found among very many, as the bot asks for them: with the look whether something has changed. */
export const placesBenchmark: Benchmark = {
  summary:
    'nearest places to pay among 100,000: by position, radius, opening hours and services; checked against a scan',
  async run(args, { out, progress }) {
    const points = pointsIn(args);
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
    const database = openSqlite({ folder, synchronous: 'NORMAL' });
    try {
      await migrate(database);
      const random = createRandom(SEED);
      progress(`writing ${points} points`);
      await bulkInsert(database, 'payment_point', madeUpPoints(random, points));
      const parts = { points: new PaymentPointRepository(database), revision: new PlaceRevision(database) };
      const places = new PaymentPlaces(parts, loadProfile(demoProfile));
      const ground = { places, random };
      const before = memoryNow();
      const build = await timed(() => places.nearest(NOW, { from: anywhere(random), count: 5 }));
      const megabytes = (memoryNow() - before) / 1e6;
      const rows = [];
      for (const [name, draw] of Object.entries(MIX)) rows.push({ name, ...(await measure(ground, draw)) });
      progress('against a scan');
      const wrong = await countWrong(ground, points);
      const us = (ms: number) => (ms * 1000).toFixed(0);
      out(table([['', 'p50 µs', 'p99 µs'], ...rows.map(({ name, p50, p99 }) => [name, us(p50), us(p99)])]));
      out(
        `read and built in ${build.toFixed(0)} ms, holding ${megabytes.toFixed(0)} MB; ${wrong} answers differ from a scan's`,
      );
      return { points, buildMs: build, megabytes, wrong, queries: rows };
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Ground {
  readonly places: PaymentPlaces;
  readonly random: Random;
}

function pointsIn(args: readonly string[]): number {
  if (args.length === 0) return POINTS;
  const [name, value] = args;
  const points = Number(value);
  if (name !== '--points' || args.length !== 2 || !(Number.isInteger(points) && points > 0))
    throw new UsageError(USAGE);
  return points;
}

async function measure({ places, random }: Ground, draw: (random: Random) => object) {
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query += 1) {
    const asked = { ...draw(random), from: anywhere(random), count: 5 };
    times.push(await timed(() => places.nearest(NOW, asked)));
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Every kind of question, some times over, answered by looking at all points. */
async function countWrong({ places, random }: Ground, points: number): Promise<number> {
  const all = await places.nearest(NOW, { from: anywhere(random), count: points });
  let wrong = 0;
  for (const draw of Object.values(MIX)) {
    for (let query = 0; query < CHECKED; query += 1) {
      const asked = { ...draw(random), from: anywhere(random), count: 5 };
      const found = await places.nearest(NOW, asked);
      const scanned = scan(
        all.map(({ place }) => place),
        asked,
      );
      if (JSON.stringify(found.map(({ place }) => place.id)) !== JSON.stringify(scanned)) wrong += 1;
    }
  }
  return wrong;
}

function scan(
  all: readonly PaymentPlace[],
  { from, count, withinMetres, openAt, services = [] }: PaymentPlaceQuery,
): string[] {
  return all
    .filter((place) => services.every((service) => place.services.includes(service)))
    .filter((place) => openAt === undefined || isOpenAt(place.hours, openAt))
    .map((place) => ({ id: place.id, metres: distanceMetres(from, place) }))
    .filter(({ metres }) => metres <= (withinMetres ?? Number.POSITIVE_INFINITY))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count)
    .map(({ id }) => id);
}

function someTime(random: Random) {
  return { date: addDays(TODAY, random.whole(0, 13)), minute: random.whole(0, 1439) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function memoryNow(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
