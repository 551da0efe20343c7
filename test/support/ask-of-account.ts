import type { Page } from 'playwright-core';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import type { BotWords } from '../../strings/bot/bot-words.ts';
import { en as botEn } from '../../strings/bot/en.ts';
import { zhHans as botZh } from '../../strings/bot/zh-hans.ts';
import { en as widgetEn } from '../../strings/widget/en.ts';
import type { WidgetStrings } from '../../strings/widget/widget-strings.ts';
import { zhHans as widgetZh } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, PHONE } from './browser.ts';

export interface AskingLanguage {
  readonly widget: WidgetStrings;
  readonly bot: BotWords;
}

export const IN_CHINESE: AskingLanguage = { widget: widgetZh, bot: botZh };
export const IN_ENGLISH: AskingLanguage = { widget: widgetEn, bot: botEn };

/** Both languages, both widths, light and dark. */
export const VIEWS = [
  {
    name: 'phone, Chinese, light',
    device: { ...PHONE, locale: 'zh-CN', colorScheme: 'light' },
    language: IN_CHINESE,
    inChinese: true,
  },
  {
    name: 'desktop, English, dark',
    device: { ...DESKTOP, locale: 'en-GB', colorScheme: 'dark' },
    language: IN_ENGLISH,
    inChinese: false,
  },
] as const;

/** Opens the widget and asks something of the demo customer's account: number and code are given as they are asked for. */
export async function askOfAccount(
  page: Page,
  base: string,
  { widget, bot, question }: AskingLanguage & { readonly question: string },
): Promise<void> {
  await page.goto(base);
  await page.getByRole('button', { name: widget.launcher.open }).click();
  const box = page.getByRole('textbox', { name: widget.composer.label });
  const transcript = page.getByRole('region', { name: widget.transcript.label });
  const say = async (words: string) => {
    await box.fill(words);
    await box.press('Enter');
    await transcript.getByText(words).last().waitFor();
  };
  await say(question);
  await transcript.getByText(bot.verify.ask.account_number(16)).waitFor();
  await say(DEMO_CUSTOMER.accountNumber);
  await transcript.getByText(bot.verify.ask.code(5)).waitFor();
  await say(await latestCode(base));
}

/** The one-time code, as the demo shows it. */
async function latestCode(base: string): Promise<string> {
  const { messages } = (await (await fetch(`${base}/api/demo/sms`)).json()) as { messages: { text: string }[] };
  const code = messages[0]?.text.match(/\d{4,8}/)?.[0];
  if (!code) throw new Error('no code was sent');
  return code;
}
