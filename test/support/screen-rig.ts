import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Database } from '../../store/database.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from './browser.ts';
import { signIn, transcriptOf } from './screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from './server-process.ts';
import { freePort } from './test-server.ts';

const CHINESE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
/** What browsers log before anybody has signed in. */
const SIGNED_OUT = /status of 401/;

/** The real server and people's browsers around it. */
export interface ScreenRig {
  readonly url: string;
  /** SIGKILL, as in a crash. */
  kill(): Promise<void>;
  /** Up again at the same address, with what it kept. */
  restart(): Promise<void>;
  /** A page in a browser of its own; a desktop's unless told otherwise. */
  open(path: string, view?: View): Promise<Page>;
  /** The desk, with somebody signed in, at `#/place`. */
  openDesk(login: string, view?: View & { readonly place?: string }): Promise<Page>;
  /** The widget, opened and greeted; a phone's unless told otherwise. */
  openWidget(view?: View): Promise<Page>;
}

export interface View {
  readonly device?: object;
  /** What the browser may log because the test is about it. */
  readonly expected?: RegExp;
  /** Before the first page opens, e.g. to grant permissions. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface RigOptions {
  /** The server's, beside folder, port and a demo of 60 premises. */
  readonly settings?: Readonly<Record<string, string>> | ((folder: string) => Readonly<Record<string, string>>);
  /** Rows that must be there before the server is up; the demo's are. */
  readonly seed?: (database: Database) => Promise<void>;
  /** What browsers may log in all tests. */
  readonly expected?: RegExp;
}

/**
 * Starts server and browser before the tests of a `describe`, closes all pages after each and fails it where one of them
 * has broken its content security policy, thrown or logged an error.
 */
export function rigScreens({ settings = {}, seed, expected: always }: RigOptions = {}): ScreenRig {
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  let complete: Record<string, string>;

  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    const wanted = typeof settings === 'function' ? settings(folder.path) : settings;
    complete = { DATA_DIR: folder.path, DEMO_PREMISES: '60', PORT: String(await freePort()), ...wanted };
    if (seed) await seedFirst(complete, folder.path, seed);
    server = await startServer(complete);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(trouble.splice(0)).to.deep.equal([]);
  });
  after(async () => {
    await browser?.close();
    await server?.kill();
    folder.remove();
  });

  async function open(path: string, { device = DESKTOP, expected, prepare }: View = {}): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ ...CHINESE, ...device });
    context.setDefaultTimeout(30_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    const isTrouble = (line: string) => ![SIGNED_OUT, always, expected].some((known) => known?.test(line));
    context.on('close', () => trouble.push(...seen.filter(isTrouble)));
    await prepare?.(context);
    const page = await context.newPage();
    await page.goto(server.url + path);
    return page;
  }

  return {
    get url() {
      return server.url;
    },
    kill: () => server.kill(),
    async restart() {
      server = await startServer(complete);
    },
    open,
    async openDesk(login, { place, ...view } = {}) {
      const page = await open(place === undefined ? '/desk/' : `/desk/#/${place}`, view);
      await signIn(page, login);
      await page.getByRole('navigation', { name: desk.nav.label }).waitFor();
      return page;
    },
    async openWidget(view = {}) {
      const page = await open('/', { device: PHONE, ...view });
      await page.getByRole('button', { name: widget.launcher.open }).click();
      await transcriptOf(page).getByText(bot.greet.hello('东莞示范供电公司')).waitFor();
      return page;
    },
  };
}

async function seedFirst(
  settings: Readonly<Record<string, string>>,
  folder: string,
  seed: (database: Database) => Promise<void>,
): Promise<void> {
  await (await startServer(settings)).stop();
  const database = openSqlite({ folder });
  await seed(database);
  await database.close();
}
