import type { Locator, Page } from 'playwright-core';
import { DEMO_STAFF, type DemoStaff } from '../../data/demo/demo-staff.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';

/** What people do on the screens, in Chinese. */

/** A customer writes in the widget. */
export async function say(page: Page, words: string): Promise<void> {
  const box = page.getByRole('textbox', { name: widget.composer.label });
  await box.fill(words);
  await box.press('Enter');
}

/** What has been said in the widget, apart from what is read out to screen readers. */
export function transcriptOf(page: Page): Locator {
  return page.getByRole('region', { name: widget.transcript.label });
}

export function staff(login: string): DemoStaff {
  const found = DEMO_STAFF.find((member) => member.login === login);
  if (!found) throw new Error(`nobody signs in as ${login}`);
  return found;
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('textbox', { name: desk.signIn.login }).fill(login);
  await page.getByRole('textbox', { name: desk.signIn.password }).fill(staff(login).demoPassword);
  await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
}

/** An agent closes the conversation that is open, as an enquiry. */
export async function closeService(page: Page): Promise<void> {
  await page.getByRole('button', { name: desk.conversation.close }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(desk.codes.disposition.enquiry).click();
  await dialog.getByRole('button', { name: desk.close.submit }).click();
  await page.getByText(desk.close.done).first().waitFor();
}
