import { type Benchmark, UsageError } from './benchmark.ts';

/** `npm run bench -- NAME [options]`. To add one: a folder of its own, and a line here. */
const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  addresses: async () => (await import('./addresses/addresses-benchmark.ts')).addressesBenchmark,
  asking: async () => (await import('./asking/asking-benchmark.ts')).askingBenchmark,
  desk: async () => (await import('./desk/desk-benchmark.ts')).deskBenchmark,
  incidents: async () => (await import('./incidents/incidents-benchmark.ts')).incidentsBenchmark,
  locate: async () => (await import('./locate/locate-benchmark.ts')).locateBenchmark,
  nlu: async () => (await import('./nlu/nlu-benchmark.ts')).nluBenchmark,
  storm: async () => (await import('./storm/storm-benchmark.ts')).stormBenchmark,
  places: async () => (await import('./places/places-benchmark.ts')).placesBenchmark,
  turn: async () => (await import('./turn/turn-benchmark.ts')).turnBenchmark,
};

const WRONG_USE = 2;

async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : BENCHMARKS[name];
  if (!load) {
    process.stdout.write(await list());
    if (name !== undefined) process.stderr.write(`There is no benchmark ${name}.\n`);
    return name === undefined ? 0 : WRONG_USE;
  }
  const benchmark = await load();
  const figures = await benchmark.run(args, {
    out: (line) => process.stdout.write(`${line}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return 0;
}

async function list(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(BENCHMARKS).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).summary}`),
  );
  return `npm run bench -- NAME\n${lines.join('\n')}\n`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${isUsage ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = isUsage ? WRONG_USE : 1;
}
