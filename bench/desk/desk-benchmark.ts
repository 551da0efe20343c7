import type { Browser, Page } from 'playwright-core';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { queueCrowd } from '../../test/process/support/desk-crowd.ts';
import { DESKTOP, openBrowser } from '../../test/support/browser.ts';
import { DirectLineCustomer } from '../../test/support/direct-line-customer.ts';
import { signIn } from '../../test/support/screens.ts';
import { startProgram, temporaryFolder } from '../../test/support/server-process.ts';
import { type Benchmark, type Output, UsageError } from '../benchmark.ts';
import { quantile } from '../measure/quantiles.ts';
import { startCommand } from '../measure/start-command.ts';
import { table } from '../measure/table.ts';
import { type Felt, readFelt, startFeeling } from './feel.ts';

const OPEN = 500;
const MOVES = 80;
const LETTERS = 80;
const TALKERS = 12;
const TALK_MS = 15_000;

interface DeskFigures {
  readonly open: number;
  /** From the password to the list on the screen. */
  readonly listShownMs: number;
  readonly steps: Readonly<Record<string, StepFigures>>;
}

interface StepFigures {
  /** From a key to the end of the frame that shows what it changed. */
  readonly keyP50Ms: number;
  readonly keyP98Ms: number;
  /** Share of frames of over 50 ms. */
  readonly slowFrames: number;
  readonly longestFrameMs: number;
}

/** How a desk with many open conversations feels: keys to paint, frames dropped, alone and while customers write. */
export const deskBenchmark: Benchmark = {
  summary: 'The desk in a browser with 500 conversations open: keys, typing, and customers who write meanwhile',
  async run(args, output) {
    const open = args[0] === undefined ? OPEN : Number(args[0]);
    if (!Number.isInteger(open) || open < 1 || args.length > 1) throw new UsageError('bench desk [CONVERSATIONS]');
    const browser = await openBrowser();
    if (!browser) throw new UsageError('bench desk needs Chromium (Debian: chromium)');
    try {
      return await within(open, browser, output);
    } finally {
      await browser.close();
    }
  },
};

async function within(open: number, browser: Browser, { out, progress }: Output): Promise<DeskFigures> {
  const folder = temporaryFolder();
  const settings = { NODE_ENV: 'production', DATA_DIR: folder.path, DEMO_PREMISES: '60', LOG_LEVEL: 'warn' };
  await (await startProgram(startCommand(), settings)).stop();
  const database = openSqlite({ folder: folder.path });
  await queueCrowd(database, open);
  await database.close();
  const server = await startProgram(startCommand(), settings);
  try {
    progress(`${open} conversations wait`);
    const page = await (await browser.newContext({ ...DESKTOP, locale: 'zh-CN' })).newPage();
    await page.goto(`${server.url}/desk/`);
    const before = performance.now();
    await signIn(page, 'agent1');
    await page
      .locator('a.row')
      .nth(open - 1)
      .waitFor({ state: 'attached' });
    const listShownMs = performance.now() - before;
    const steps = {
      'moving through the list': await felt(page, () => move(page)),
      'typing a reply': await begin(page).then(() => felt(page, () => type(page))),
      'moving while customers write': await felt(page, async () => {
        const talk = talking(server.url);
        for (const end = Date.now() + TALK_MS; Date.now() < end; ) await move(page);
        await talk;
      }),
    };
    out(
      table([
        ['', 'key p50 ms', 'key p98 ms', 'frames > 50 ms', 'longest frame ms'],
        ...Object.entries(steps).map(row),
      ]),
    );
    out(`list of ${open} on the screen ${listShownMs.toFixed(0)} ms after signing in`);
    return { open, listShownMs, steps };
  } finally {
    await server.stop();
    folder.remove();
  }
}

async function felt(page: Page, act: () => Promise<void>): Promise<StepFigures> {
  await page.evaluate(startFeeling);
  await act();
  const { keys, frames }: Felt = await page.evaluate(readFelt);
  return {
    keyP50Ms: quantile(keys, 0.5),
    keyP98Ms: quantile(keys, 0.98),
    slowFrames: frames.filter((ms) => ms > 50).length / Math.max(frames.length, 1),
    longestFrameMs: Math.max(0, ...frames),
  };
}

async function move(page: Page): Promise<void> {
  for (let moves = 0; moves < MOVES; moves += 1) await page.keyboard.press('j', { delay: 20 });
}

async function begin(page: Page): Promise<void> {
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: desk.composer.label });
  await field.waitFor();
  await field.focus();
}

async function type(page: Page): Promise<void> {
  for (let letters = 0; letters < LETTERS; letters += 1) await page.keyboard.press('a', { delay: 20 });
  await page.keyboard.press('Escape');
}

async function talking(url: string): Promise<void> {
  const customers = await Promise.all(Array.from({ length: TALKERS }, () => DirectLineCustomer.begin(url)));
  for (const end = Date.now() + TALK_MS; Date.now() < end; ) {
    await Promise.all(customers.map((customer) => customer.send(url, '还有多久轮到我')));
    await new Promise((done) => setTimeout(done, 1_000));
  }
}

function row([step, figures]: [string, StepFigures]): string[] {
  return [
    step,
    figures.keyP50Ms.toFixed(0),
    figures.keyP98Ms.toFixed(0),
    `${(figures.slowFrames * 100).toFixed(1)} %`,
    figures.longestFrameMs.toFixed(0),
  ];
}
