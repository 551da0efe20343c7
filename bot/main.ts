import { StoreError } from '../store/database.ts';
import { FrontEndBuildError } from '../web/build/build-front-ends.ts';
import { compose, type Switchboard } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';

/** How long those in hand have to finish when the process is asked to end. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const switchboard = await compose(config);
  endOnSignal(switchboard);
  const url = await switchboard.listen();
  process.stdout.write(`ready ${url}\n`);
}

function endOnSignal(switchboard: Switchboard): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      switchboard.close(GRACE_MS).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** What stops a start is said in one line that names it; what nobody foresaw, in full. */
function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError) return error.message.replaceAll(/\s*\n\s*/g, ' ');
  if (!(error instanceof StoreError || error instanceof FrontEndBuildError || isOfTheAddress(error))) {
    return error.stack ?? error.message;
  }
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`.replaceAll(/\s*\n\s*/g, ' ');
}

/** HOST and PORT can't be had; the system's message names them. */
function isOfTheAddress(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL';
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Switchboard could not start: ${inOneLine(error)}\n`, () => process.exit(1));
}
