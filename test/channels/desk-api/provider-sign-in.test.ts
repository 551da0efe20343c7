import { expect } from 'chai';
import type { StaffRole } from '../../../domain/desk/rights.ts';
import type { Me } from '../../../web/protocol/desk/staff.ts';
import { CLIENT, LocalProvider } from '../../support/local-provider.ts';
import { DeskApiRig } from './desk-api-rig.ts';

const ROLES: ReadonlyMap<string, readonly StaffRole[]> = new Map([
  ['desk-agents', ['agent']],
  ['desk-leads', ['supervisor', 'quality']],
]);
const MINUTE = 60_000;

interface Opened {
  readonly rig: DeskApiRig;
  readonly provider: LocalProvider;
}

describe('signing in with a provider of OpenID Connect', () => {
  const open: Opened[] = [];
  afterEach(async () => {
    for (const { rig, provider } of open.splice(0)) {
      await rig.close();
      await provider.close();
    }
  });

  async function opened(terms: { create?: boolean; roles?: typeof ROLES } = {}): Promise<Opened> {
    const provider = await LocalProvider.listen();
    const rig = await DeskApiRig.open({
      provider: {
        settings: { ...CLIENT, name: 'Example ID', issuer: provider.issuer, scopes: 'openid profile groups' },
        terms: {
          loginClaim: 'preferred_username',
          rolesClaim: 'groups',
          roles: terms.roles ?? new Map(),
          create: terms.create ?? false,
        },
      },
    });
    open.push({ rig, provider });
    await provider.serve(rig.base);
    return { rig, provider };
  }

  function know(provider: LocalProvider, login: string, groups: readonly string[] = []): void {
    provider.person = { sub: `sub of ${login}`, claims: { preferred_username: login, name: '周敏', groups } };
  }

  it('is offered by its name, and leads to the desk and to nobody else’s account', async () => {
    const { rig, provider } = await opened();
    const options = await rig.nobody().get('/api/desk/sign-in-options');
    expect(options.body).to.deep.equal({ provider: { name: 'Example ID' } });
    await rig.desk.hire(['supervisor'], 'zhou.min');
    know(provider, 'Zhou.Min');
    const browser = new Browser(rig.base);
    expect(await browser.signIn()).to.equal('/desk/');
    const me = await browser.me();
    expect(me?.staff).to.include({ id: 'zhou.min' });
    expect(me?.session).to.deep.include({ method: 'provider', pending: [] });
    expect(await rig.desk.audited('staff:zhou.min')).to.deep.equal([
      'provider staff.linked',
      'zhou.min staff.signed_in',
    ]);
    provider.person = { sub: 'somebody else', claims: { preferred_username: 'zhou.min' } };
    expect(await new Browser(rig.base).signIn(), 'another subject of the same name').to.equal(
      '/desk/?sign-in=provider_stranger',
    );
    know(provider, 'renamed');
    provider.person = { ...provider.person, sub: 'sub of Zhou.Min' };
    const later = new Browser(rig.base);
    await later.signIn();
    expect((await later.me())?.staff.id, 'the same subject under another name').to.equal('zhou.min');
  });

  it('keeps strangers, shut accounts and those without a role out, and makes no account unasked', async () => {
    const { rig, provider } = await opened({ roles: ROLES });
    know(provider, 'stranger', ['desk-agents']);
    expect(await new Browser(rig.base).signIn()).to.equal('/desk/?sign-in=provider_stranger');
    await rig.desk.hire(['agent'], 'known');
    know(provider, 'known', ['other-group']);
    expect(await new Browser(rig.base).signIn()).to.equal('/desk/?sign-in=provider_stranger');
    know(provider, 'known', ['desk-agents']);
    expect(await new Browser(rig.base).signIn()).to.equal('/desk/');
    await rig.desk.database.query.updateTable('staff').set({ active: 0 }).where('id', '=', 'known').execute();
    expect(await new Browser(rig.base).signIn()).to.equal('/desk/?sign-in=provider_stranger');
    expect(await rig.desk.database.query.selectFrom('staff').select('id').execute()).to.deep.equal([{ id: 'known' }]);
  });

  it('gives the roles that the groups give, each time anew, but never takes the last administrator', async () => {
    const { rig, provider } = await opened({ roles: ROLES });
    await rig.desk.hire(['agent'], 'known');
    await rig.desk.hire(['admin'], 'chief');
    know(provider, 'known', ['desk-leads', 'desk-agents', 'unknown']);
    const browser = new Browser(rig.base);
    await browser.signIn();
    expect((await browser.me())?.staff.roles).to.deep.equal(['supervisor', 'quality', 'agent']);
    know(provider, 'known', ['desk-agents']);
    await browser.signIn();
    expect((await browser.me())?.staff.roles).to.deep.equal(['agent']);
    know(provider, 'chief', ['desk-agents']);
    const other = new Browser(rig.base);
    await other.signIn();
    expect((await other.me())?.staff.roles).to.deep.equal(['admin']);
  });

  it('makes an account where that is asked for, without a password and with no name for customers', async () => {
    const { rig, provider } = await opened({ roles: ROLES, create: true });
    know(provider, 'new.one', ['desk-agents']);
    const browser = new Browser(rig.base);
    expect(await browser.signIn()).to.equal('/desk/');
    const me = await browser.me();
    expect(me?.staff).to.include({ login: 'new.one', name: '周敏' });
    expect(me?.staff.deskName).to.match(/^客服 \d{4}$/);
    const byPassword = await rig.nobody().post('/api/desk/sign-in', { login: 'new.one', password: 'x' });
    expect(byPassword.status).to.equal(401);
  });

  it('is good for the browser that began it, once, and not for long', async () => {
    const { rig, provider } = await opened();
    await rig.desk.hire(['agent'], 'known');
    know(provider, 'known');
    const attacker = new Browser(rig.base);
    const callback = await attacker.untilCallback();
    const victim = new Browser(rig.base);
    expect(await victim.follow(callback), 'another browser').to.equal('/desk/?sign-in=provider_refused');
    expect(await victim.me()).to.equal(null);
    expect(await attacker.follow(callback), 'spent by the other').to.equal('/desk/?sign-in=provider_refused');

    const twice = new Browser(rig.base);
    const once = await twice.untilCallback();
    expect(await twice.follow(once)).to.equal('/desk/');
    expect(await twice.follow(once), 'a second time').to.equal('/desk/?sign-in=provider_refused');

    const late = new Browser(rig.base);
    const stale = await late.untilCallback();
    rig.desk.now += 11 * MINUTE;
    expect(await late.follow(stale)).to.equal('/desk/?sign-in=provider_refused');

    const forged = new Browser(rig.base);
    const real = new URL(await forged.untilCallback());
    real.searchParams.set('code', 'made-up');
    expect(await forged.follow(real.href)).to.equal('/desk/?sign-in=provider_refused');
  });

  it('has the provider ask anew where somebody is to show who they are, and the new sign-in takes the old one’s place', async () => {
    const { rig, provider } = await opened();
    await rig.desk.hire(['admin'], 'known');
    know(provider, 'known');
    const browser = new Browser(rig.base);
    await browser.signIn();
    await browser.signIn();
    expect(provider.asked, 'the provider remembers').to.equal(1);
    const before = browser.deskCookie;
    // That the provider remembers somebody shows nothing of who sits there now.
    expect((await browser.post('/api/desk/staff/known/password')).status).to.equal(403);
    await browser.signIn('?again=true');
    expect(provider.asked).to.equal(2);
    expect((await browser.post('/api/desk/staff/known/password')).status).to.equal(200);
    const old = await rig.nobody().call('GET', '/api/desk/me', undefined, { cookie: before });
    expect(old.status).to.equal(401);
  });

  it('ends with the provider too', async () => {
    const { rig, provider } = await opened();
    await rig.desk.hire(['agent'], 'known');
    know(provider, 'known');
    const browser = new Browser(rig.base);
    await browser.signIn();
    const out = await browser.post('/api/desk/sign-out');
    const { leaveTo } = (await out.json()) as { leaveTo: string };
    const url = new URL(leaveTo);
    expect(url.origin).to.equal(provider.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).to.equal(`${rig.base}/desk/`);
    expect(await browser.me()).to.equal(null);
  });

  it('says so where the provider is away, and finds it once it is back; passwords go on', async () => {
    const provider = await LocalProvider.listen();
    const settings = { ...CLIENT, name: 'Example ID', issuer: provider.issuer, scopes: 'openid profile' };
    const terms = { loginClaim: 'preferred_username', rolesClaim: 'groups', roles: new Map(), create: false };
    const rig = await DeskApiRig.open({ provider: { settings, terms } });
    open.push({ rig, provider });
    const browser = new Browser(rig.base);
    expect(await browser.signIn()).to.equal('/desk/?sign-in=provider_unavailable');
    expect((await rig.nobody().post('/api/desk/sign-in', { login: 'x', password: 'x' })).status).to.equal(401);
    await provider.serve(rig.base);
    await rig.desk.hire(['agent'], 'known');
    know(provider, 'known');
    expect(await browser.signIn()).to.equal('/desk/');
  });
});

/** A browser as far as redirects and cookies go: each origin has its own. */
class Browser {
  readonly #desk: string;
  readonly #jar = new Map<string, Map<string, string>>();

  constructor(desk: string) {
    this.#desk = desk;
  }

  get deskCookie(): string {
    return this.#cookies(this.#desk);
  }

  /** Where the desk sends the browser at last. */
  async signIn(query = ''): Promise<string> {
    return this.follow(`${this.#desk}/api/desk/provider${query}`);
  }

  /** As far as the way back, which is not taken. */
  async untilCallback(): Promise<string> {
    return this.follow(`${this.#desk}/api/desk/provider`, (url) => url.includes('/provider/callback'));
  }

  async follow(from: string, stop: (url: string) => boolean = () => false): Promise<string> {
    let url = from;
    for (let step = 0; step < 12; step += 1) {
      const response = await this.#fetch(url);
      await response.arrayBuffer();
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${url} answered ${response.status}`);
      url = new URL(location, url).href;
      if (stop(url)) return url;
      if (url.startsWith(`${this.#desk}/desk/`)) return url.slice(this.#desk.length);
    }
    throw new Error(`round and round: ${url}`);
  }

  async me(): Promise<Me | null> {
    const response = await this.#fetch(`${this.#desk}/api/desk/me`);
    const body = (await response.json()) as Me;
    return response.ok ? body : null;
  }

  async post(path: string): Promise<Response> {
    const csrf = (await this.me())?.csrf ?? '';
    return this.#fetch(this.#desk + path, { method: 'POST', headers: { 'x-csrf-token': csrf } });
  }

  async #fetch(url: string, init: { method?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    const { origin } = new URL(url);
    const headers = { ...init.headers, cookie: this.#cookies(origin) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const jar = this.#jar.get(origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const isOver = /max-age=0|expires=thu, 01 jan 1970/i.test(line);
      if (isOver) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.#jar.set(origin, jar);
    return response;
  }

  #cookies(origin: string): string {
    return [...(this.#jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
