import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { MASK } from '../../domain/privacy/mask-personal.ts';
import { exampleSchema } from '../../nlu/train/example.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { PHONE } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';

describe('learning from use, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens();
  before(async () => {
    const customer = await DirectLineCustomer.begin(rig.url);
    const { seq } = await customer.send(rig.url, '违约金怎么算，回我13800138000');
    await customer.until(rig.url, seq, (heard) => heard.some(({ from }) => from.role === 'bot'));
  });

  it('an agent puts right what the bot took wrongly, in the conversation', async () => {
    const page = await rig.openDesk('agent1');
    await page.getByText(desk.codes.intent.ask_late_fee).first().click();
    await page.getByRole('log').getByText('违约金怎么算').hover();
    await page.getByRole('button', { name: desk.correct.action }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(desk.correct.intent).selectOption(desk.codes.intent.dispute_bill);
    await dialog.getByRole('button', { name: desk.correct.submit }).click();
    await page.getByText(desk.correct.done).first().waitFor();
    await page.getByRole('complementary').getByText(desk.codes.intent.dispute_bill).first().waitFor();
    const pages = page.getByRole('navigation', { name: desk.nav.label });
    await pages.getByRole('link', { name: desk.nav.tickets }).waitFor();
    expect(await pages.getByRole('link', { name: desk.nav.learning }).count(), 'labelling is not an agent’s').to.equal(
      0,
    );
  });

  it('a supervisor labels it on a phone, and exports a line to train with', async () => {
    const page = await rig.openDesk('supervisor', { device: PHONE, place: 'learning' });
    await page.getByRole('link', { name: `违约金怎么算，回我${MASK.repeat(11)}` }).click();
    await page.getByText(desk.codes.correctionReason.other_matter).waitFor();
    const form = page.getByRole('form', { name: desk.learning.label });
    expect(await form.getByLabel(desk.learning.intent).inputValue()).to.equal('dispute_bill');
    await expectAccessible(page);
    await form.getByLabel(desk.codes.field.since).fill('昨天');
    await page.getByText(desk.learning.notInText).waitFor();
    expect(await form.getByRole('button', { name: desk.learning.submit }).isDisabled()).to.equal(true);
    await form.getByLabel(desk.codes.field.since).fill('');
    await form.getByLabel(desk.learning.number(11)).selectOption(desk.codes.field.phone);
    await form.getByRole('button', { name: desk.learning.submit }).click();
    await page.getByText(desk.learning.labelledDone).first().waitFor();
    await page.getByText(desk.learning.empty).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: desk.learning.export }).click(),
    ]);
    const example = exampleSchema.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(example.intent).to.equal('dispute_bill');
    expect(example.text).to.equal(`违约金怎么算，回我${example.slots.phone}`).and.not.to.include('13800138000');
  });
});
