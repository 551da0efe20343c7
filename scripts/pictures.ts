import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { DEMO_CUSTOMER } from '../data/demo/demo-customer.ts';
import { DEMO_STAFF } from '../data/demo/demo-staff.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { en as botEn } from '../strings/bot/en.ts';
import { zhHans as botZh } from '../strings/bot/zh-hans.ts';
import { en as deskEn } from '../strings/desk/en.ts';
import { zhHans as deskZh } from '../strings/desk/zh-hans.ts';
import { en as widgetEn } from '../strings/widget/en.ts';
import { zhHans as widgetZh } from '../strings/widget/zh-hans.ts';
import { openBrowser, PHONE } from '../test/support/browser.ts';
import { DirectLineCustomer } from '../test/support/direct-line-customer.ts';
import { seedRoster } from '../test/support/seed-roster.ts';
import { seedService } from '../test/support/seed-service.ts';
import { startServer, temporaryFolder } from '../test/support/server-process.ts';

/** `node scripts/pictures.ts`: takes the pictures of the documentation anew, from the real server with the demo utility. */
const FOLDER = fileURLToPath(new URL('../docs/pictures', import.meta.url));

const CHINESE = { locale: 'zh-CN', bot: botZh, widget: widgetZh, desk: deskZh } as const;
const ENGLISH = { locale: 'en-GB', bot: botEn, widget: widgetEn, desk: deskEn } as const;
type Language = typeof CHINESE | typeof ENGLISH;

const SMALL_PHONE = { ...PHONE, deviceScaleFactor: 1.5 };
/** Small enough to keep the pictures light, wide enough for the desk's three panes. */
const DESKTOP = { viewport: { width: 1200, height: 740 } };

/** What a picture is taken on, and what is done before it. */
interface Scene {
  readonly name: string;
  readonly language: Language;
  readonly device: BrowserContextOptions;
  readonly dark?: true;
  readonly play: (page: Page, base: string, language: Language) => Promise<void>;
}

/** In this order: the desk shows what customers said before. */
const SCENES: readonly Scene[] = [
  { name: 'page', language: CHINESE, device: DESKTOP, play: openPage },
  { name: 'report-phone', language: CHINESE, device: SMALL_PHONE, play: reportSparks },
  { name: 'bill-phone-dark', language: ENGLISH, device: SMALL_PHONE, dark: true, play: askBill },
  { name: 'explanation-phone', language: CHINESE, device: SMALL_PHONE, play: askWhy },
  { name: 'places-phone', language: CHINESE, device: SMALL_PHONE, play: askPlaces },
  { name: 'desk', language: CHINESE, device: DESKTOP, play: takeOver },
  { name: 'desk-dark', language: ENGLISH, device: DESKTOP, dark: true, play: lookOn },
  { name: 'desk-phone', language: CHINESE, device: SMALL_PHONE, play: openDesk },
  { name: 'tickets', language: ENGLISH, device: DESKTOP, play: openTickets },
  { name: 'roster', language: CHINESE, device: DESKTOP, play: openRoster },
  { name: 'dispatch', language: CHINESE, device: DESKTOP, play: openIncident },
  { name: 'dispatch-phone-dark', language: ENGLISH, device: SMALL_PHONE, dark: true, play: openIncident },
  { name: 'reliability', language: ENGLISH, device: DESKTOP, play: openReliability },
  { name: 'figures', language: ENGLISH, device: DESKTOP, play: openFigures },
  { name: 'wallboard', language: CHINESE, device: DESKTOP, dark: true, play: openWallboard },
  { name: 'ratings', language: CHINESE, device: DESKTOP, play: openRatings },
  { name: 'audit', language: ENGLISH, device: DESKTOP, dark: true, play: openAudit },
  { name: 'learning', language: CHINESE, device: DESKTOP, play: labelMessage },
  { name: 'answers', language: CHINESE, device: DESKTOP, play: editAnswer },
  { name: 'places', language: ENGLISH, device: DESKTOP, play: openPlace },
];

async function openPage(page: Page, base: string): Promise<void> {
  await page.goto(base, { waitUntil: 'networkidle' });
}

async function openWidget(page: Page, base: string, { widget, bot }: Language): Promise<void> {
  await page.goto(base);
  await page.getByRole('button', { name: widget.launcher.open }).click();
  await page.getByRole('group', { name: widget.transcript.suggestions }).getByText(bot.greet.offers.bill).waitFor();
}

async function reportSparks(page: Page, base: string, language: Language): Promise<void> {
  const { bot, widget } = language;
  await openWidget(page, base, language);
  await say(page, language, '寮步镇石步村口的电线杆在冒火花，噼里啪啦的');
  const transcript = transcriptOf(page, widget);
  await transcript.getByText(bot.fault.ask.hurt).last().waitFor();
  await settle(page);
  await transcript.getByText(bot.safety.title).first().scrollIntoViewIfNeeded();
}

async function askBill(page: Page, base: string, language: Language): Promise<void> {
  await openWidget(page, base, language);
  await say(page, language, 'How much is my latest bill?');
  await say(page, language, DEMO_CUSTOMER.accountNumber);
  await say(page, language, await latestCode(base));
  await transcriptOf(page, language.widget).getByText(language.widget.card.showNumbers).scrollIntoViewIfNeeded();
}

/** Why the bill is so high: the waterfall of the first comparison. */
async function askWhy(page: Page, base: string, language: Language): Promise<void> {
  await openWidget(page, base, language);
  await say(page, language, '电费怎么这么贵');
  await say(page, language, DEMO_CUSTOMER.accountNumber);
  await say(page, language, await latestCode(base));
  const { explain } = language.bot.money;
  await transcriptOf(page, language.widget).getByText(explain.picture).first().scrollIntoViewIfNeeded();
}

async function askPlaces(page: Page, base: string, language: Language): Promise<void> {
  await openWidget(page, base, language);
  await say(page, language, '附近哪里可以交电费？我在寮步');
  await page.getByRole('link', { name: /高德/ }).first().waitFor();
}

async function openPlace(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language);
  await page.goto(`${base}/desk/#/places/points/PP001`);
  await page.getByText(language.desk.places.hoursMean).scrollIntoViewIfNeeded();
}

/** A customer who has reported a fault asks for a person; an agent takes over and writes. */
async function takeOver(page: Page, base: string, language: Language): Promise<void> {
  const fault = ['厚街镇这边整条街停电了，从晚上七点开始', '没有危险', '不是，继续报修', DEMO_CUSTOMER.phone, '转人工'];
  const customer = await customerSaying(base, fault);
  await customerSaying(base, ['I want to talk to a person about my bill']);
  await openDesk(page, base, language);
  await page.getByText(language.desk.conversation.choose).waitFor();
  await page.keyboard.press('n');
  const composer = page.getByRole('textbox', { name: language.desk.composer.label });
  await composer.fill('您好，我是客服。您那一带的停电我们已经收到，正在派人查看。');
  await page.keyboard.press('Enter');
  await page.getByText('正在派人查看').last().waitFor();
  await customer.send(base, '好的，大概什么时候能来电？');
  await page.getByText('大概什么时候能来电').first().waitFor();
  await page.getByText(language.desk.conversation.claimed).waitFor({ state: 'hidden' });
}

async function lookOn(page: Page, base: string, language: Language): Promise<void> {
  await customerSaying(base, ['A wire has come down across the lane behind Shibu school, it is sparking']);
  await openDesk(page, base, language);
  await page
    .getByText(language.desk.codes.intent.report_hazard ?? '')
    .first()
    .click();
  await page.getByText(language.desk.context.reasons).first().waitFor();
}

async function openTickets(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/tickets`);
  await page.getByRole('row').nth(1).click();
  await page.getByText(language.desk.tickets.history).waitFor();
}

/** Homes of one village of the demo utility, all behind the same fuse. */
const NEIGHBOURS = ['中心路176号', '商业街22号', '东华豪庭8栋1单元1203房', '市场路113号', '教育路232号'] as const;

/** A village without power, and a wire down elsewhere. */
async function openIncident(page: Page, base: string, language: Language): Promise<void> {
  const { dispatch } = language.desk;
  for (const home of NEIGHBOURS) {
    await customerSaying(base, [`长安镇霄边社区${home}停电了`, '没有危险', '邻居家也没电', '13800138000']);
  }
  await customerSaying(base, ['虎门镇这边有电线掉在路上了']);
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/dispatch`);
  await page.getByRole('listitem').filter({ hasText: '霄边' }).first().click();
  await page.getByRole('group', { name: dispatch.picture.oneLine }).waitFor();
}

async function openRoster(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/roster`);
  await page.getByText(language.desk.roster.onDuty).first().waitFor();
}

async function openReliability(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/reliability`);
  await page.getByRole('img', { name: language.desk.reliability.unplanned }).waitFor();
}

async function openFigures(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/figures`);
  await page.locator('.columns-chart').first().waitFor();
}

async function openWallboard(page: Page, base: string, language: Language): Promise<void> {
  await openFigures(page, base, language);
  await page.getByRole('button', { name: language.desk.figures.wallboard }).click();
  await page.getByText(language.desk.figures.wall.today).waitFor();
}

async function openRatings(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/ratings`);
  await page.getByRole('heading', { name: language.desk.ratings.byPerson }).waitFor();
}

async function openAudit(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/audit`);
  await page.getByRole('button', { name: language.desk.audit.verify }).click();
  await page.locator('.chain-whole').waitFor();
}

async function editAnswer(page: Page, base: string, language: Language): Promise<void> {
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/answers`);
  await page
    .getByText(language.desk.codes.intent.ask_late_fee ?? '')
    .first()
    .click();
  await page.getByText(language.desk.answers.preview).waitFor();
}

/** Customers who are hard to understand; a supervisor says what one of them meant. */
async function labelMessage(page: Page, base: string, language: Language): Promise<void> {
  for (const words of [
    '我这边有点状况',
    '我想问一下关于那个单子',
    '啊这，电话13800138000那个怎么弄',
    'the paper with numbers',
  ]) {
    await customerSaying(base, [words, '都不是']);
  }
  await openDesk(page, base, language, 'supervisor');
  await page.goto(`${base}/desk/#/learning`);
  await page.locator('a.row').first().click();
  await page.getByRole('form', { name: language.desk.learning.label }).waitFor();
}

async function openDesk(page: Page, base: string, { desk }: Language, login = 'agent1'): Promise<void> {
  const staff = DEMO_STAFF.find((each) => each.login === login);
  await page.goto(`${base}/desk/`);
  await page.getByRole('textbox', { name: desk.signIn.login }).fill(login);
  await page.getByRole('textbox', { name: desk.signIn.password }).fill(staff?.demoPassword ?? '');
  await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
  await page.getByText(desk.queue.queued).first().waitFor();
}

/** A customer without a browser. */
async function customerSaying(base: string, messages: readonly string[]): Promise<DirectLineCustomer> {
  const customer = await DirectLineCustomer.begin(base);
  for (const words of messages) {
    const { seq } = await customer.send(base, words);
    await customer.until(base, seq, (activities) => activities.some(({ from }) => from.role === 'bot'));
  }
  return customer;
}

/** Says it and waits until the bot has answered. */
async function say(page: Page, { widget }: Language, words: string): Promise<void> {
  const box = page.getByRole('textbox', { name: widget.composer.label });
  await box.fill(words);
  await box.press('Enter');
  await settle(page);
}

function settle(page: Page): Promise<void> {
  return page.waitForTimeout(1200);
}

function transcriptOf(page: Page, { transcript }: Language['widget']): Locator {
  return page.getByRole('region', { name: transcript.label });
}

/** The one-time code, as the demo shows it. */
async function latestCode(base: string): Promise<string> {
  const { messages } = (await (await fetch(`${base}/api/demo/sms`)).json()) as { messages: { text: string }[] };
  const code = messages[0]?.text.match(/\d{4,8}/)?.[0];
  if (!code) throw new Error('no code was sent');
  return code;
}

async function take(browser: Browser, base: string, { name, language, device, dark, play }: Scene): Promise<void> {
  const context = await browser.newContext({
    ...device,
    locale: language.locale,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const path = `${FOLDER}/${name}.png`;
  const page = await context.newPage();
  try {
    await play(page, base, language);
    await settle(page);
  } finally {
    await page.screenshot({ path, animations: 'disabled' });
    await context.close();
  }
  process.stdout.write(`${name}.png ${Math.round(statSync(path).size / 1024)} kB\n`);
}

/** Some weeks of service that was given and rated: figures of a new demo would be empty. */
async function seed(path: string): Promise<void> {
  await (await startServer({ DATA_DIR: path })).stop();
  const database = openSqlite({ folder: path });
  await seedService(database, { logins: ['agent1', 'agent2', 'supervisor'], count: 160, now: Date.now() });
  await seedRoster(database, { now: Date.now(), days: 2 });
  await database.close();
}

const wanted = process.argv.slice(2);
const browser = await openBrowser();
if (!browser) throw new Error('Chromium is not installed: apt-get install chromium fonts-noto-cjk');
const folder = temporaryFolder();
mkdirSync(FOLDER, { recursive: true });
await seed(folder.path);
const server = await startServer({ DATA_DIR: folder.path });
try {
  for (const scene of SCENES) {
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(browser, server.url, scene);
  }
} finally {
  await browser.close();
  await server.stop();
  folder.remove();
}
