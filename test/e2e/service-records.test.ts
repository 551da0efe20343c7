import { expect } from 'chai';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { seedService } from '../support/seed-service.ts';

const { ratings, audit, figures } = desk;

describe('ratings, figures and the audit log, in the browser', function () {
  this.timeout(180_000);
  const rig = rigScreens({
    seed: (database) =>
      seedService(database, { logins: ['agent1', 'agent2', 'supervisor'], count: 60, now: Date.now() }),
    // An account is asked for that there is not.
    expected: /status of 422/,
  });

  const open = (place: string, login: string, device: object = DESKTOP) => rig.openDesk(login, { device, place });

  for (const [name, view, colorScheme] of [
    ['on a computer', DESKTOP, 'light'],
    ['in the dark on a phone', PHONE, 'dark'],
  ] as const) {
    it(`shows figures and the wallboard, accessible ${name}`, async () => {
      const page = await open('figures', 'supervisor', { ...view, colorScheme });
      await page.getByRole('heading', { name: figures.byPerson }).waitFor();
      expect(await page.locator('.columns-chart').first().locator('rect').count()).to.be.greaterThan(10);
      await expectAccessible(page);
      await page.getByRole('button', { name: figures.wallboard }).click();
      await page.getByRole('heading', { name: figures.wall.title }).waitFor();
      await page.getByText(figures.wall.queued).first().waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: figures.byPerson }).waitFor();
    });

    it(`shows ratings and the audit log, accessible ${name}`, async () => {
      const page = await open('ratings', 'supervisor', { ...view, colorScheme });
      await page.getByRole('heading', { name: ratings.followUps }).waitFor();
      await page.getByRole('heading', { name: ratings.byPerson }).waitFor();
      await page.locator('.follow-up').first().waitFor();
      await expectAccessible(page);
      const log = await open('audit', 'supervisor', { ...view, colorScheme });
      await log.getByRole('row').nth(3).waitFor();
      await expectAccessible(log);
    });
  }

  it('lets a supervisor take a low rating in hand and close it', async () => {
    const page = await open('ratings', 'supervisor');
    const card = page.locator('.follow-up').first();
    await card.waitFor();
    const before = await page.locator('.follow-up').count();
    await card.getByRole('button', { name: ratings.takeInHand }).click();
    await page.locator('.follow-up-in_hand').first().waitFor();
    await page.locator('.follow-up-in_hand').getByRole('button', { name: ratings.close }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(ratings.outcome).selectOption('apologised');
    await dialog.getByLabel(ratings.note).fill('已回电致歉');
    await dialog.getByRole('button', { name: ratings.close }).click();
    await page
      .locator('.follow-up')
      .nth(before - 1)
      .waitFor({ state: 'detached' });
    await page.locator('.service-head').getByText(ratings.closed, { exact: true }).click();
    await page.locator('.follow-up-closed').getByText(`${ratings.outcomes.apologised}：已回电致歉`).first().waitFor();
  });

  it('shows an agent figures of their own and nothing that tells who gave them', async () => {
    const page = await open('ratings', 'agent1');
    await page.getByRole('heading', { name: ratings.ownTitle }).waitFor();
    await page.locator('.score-counts').waitFor();
    expect(await page.locator('.rating-rows, .follow-up').count()).to.equal(0);
    expect(await page.getByRole('link', { name: ratings.export }).count()).to.equal(0);
  });

  it('draws another measure of one team, and gives the file of it', async () => {
    const page = await open('figures', 'admin');
    await page.getByRole('heading', { name: figures.byPerson }).waitFor();
    await page.getByRole('combobox', { name: figures.team }).selectOption('billing');
    await page.getByText(figures.handled, { exact: true }).nth(1).click();
    await page.getByRole('figure').getByText(figures.handled).first().waitFor();
    const href = (await page.getByRole('link', { name: figures.export }).getAttribute('href')) ?? '';
    expect(href).to.match(/figures-export\?from=[\d-]+&to=[\d-]+&team=billing$/);
    const lines = (await (await page.request.get(href)).text()).split('\r\n');
    expect(lines.filter((line) => line.startsWith('hour,'))).to.have.length(24);
  });

  it('verifies the chain, finds what one person did, and gives the file of it', async () => {
    const page = await open('audit', 'admin');
    await page.getByRole('button', { name: audit.verify }).click();
    await page.locator('.chain-whole').waitFor();
    await page.getByLabel(audit.action).selectOption('session.closed');
    await page.getByRole('cell', { name: audit.actions['session.closed'] }).first().waitFor();
    const href = (await page.getByRole('link', { name: audit.exportCsv }).getAttribute('href')) ?? '';
    expect(href).to.include('action=session.closed');
    const file = await (await page.request.get(href)).text();
    expect(
      file
        .split('\r\n')
        .slice(1, -1)
        .every((line) => line.includes('session.closed')),
    ).to.equal(true);
    await page.getByLabel(audit.account).fill('99999999');
    await page.getByRole('button', { name: audit.search }).click();
    await page.getByText(audit.unknownAccount).waitFor();
  });
});
