import { expect } from 'chai';
import { changeMember, listMembers, setMemberActive } from '../../desk/accounts/members.ts';
import { beginTotp, confirmTotp } from '../../desk/accounts/own-account.ts';
import { hashPassword } from '../../desk/accounts/password.ts';
import { signIn } from '../../desk/accounts/sign-in.ts';
import { whoHolds } from '../../desk/accounts/staff-sessions.ts';
import { totpCode } from '../../desk/accounts/totp.ts';
import { countTry } from '../../desk/accounts/tries.ts';
import type { StaffRole } from '../../domain/desk/rights.ts';
import { DeskRig } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const PASSWORD = 'seven otters in a kettle';

for (const engine of ENGINES) {
  describe(`accounts on ${engine.name}`, () => {
    let desk: DeskRig;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
    });
    afterEach(() => desk?.close());

    async function hire(id: string, roles: readonly StaffRole[]) {
      const actor = await desk.hire(roles, id);
      const password_hash = await hashPassword(PASSWORD);
      await desk.database.query.updateTable('staff').set({ password_hash }).where('id', '=', id).execute();
      return actor;
    }

    it('never lose the last administrator, however many take each other away at once', async () => {
      for (let round = 0; round < 6; round += 1) {
        await desk.database.query.deleteFrom('staff').execute();
        const ids = ['a', 'b', 'c', 'd'];
        const admins = await Promise.all(ids.map((id) => desk.hire(['admin'], id)));
        const change = { name: 'N', deskName: 'D', roles: ['agent' as const], skills: [], languages: [], capacity: 1 };
        const outcomes = await Promise.all(
          admins.map((actor, index) =>
            index % 2 === 0
              ? setMemberActive(desk.accounts, actor, { id: actor.staffId, active: false, version: 1 })
              : changeMember(desk.accounts, actor, { id: actor.staffId, version: 1, ...change }),
          ),
        );
        const left = await desk.database.query
          .selectFrom('staff')
          .select('id')
          .where('active', '=', 1)
          .where('roles', 'like', '%"admin"%')
          .execute();
        expect(left).to.have.length(1);
        expect(outcomes.filter(({ kind }) => kind === 'done')).to.have.length(3);
        expect(outcomes.filter(({ kind }) => kind === 'last_admin')).to.have.length(1);
      }
    });

    it('count every try of those made at once, and let no more than the free ones through', async () => {
      const place = { login: 'anna', address: '192.0.2.1' };
      const waits = await Promise.all(Array.from({ length: 24 }, () => countTry(desk.accounts, place)));
      expect(waits.filter((wait) => wait === 0).length).to.be.within(1, 5);
    });

    it('take a code of the authenticator once, of many who show it at once', async () => {
      const actor = await hire('anna', ['agent']);
      const first = await signIn(desk.accounts, { login: 'anna', password: PASSWORD, address: '192.0.2.1' });
      const caller = first.kind === 'signed_in' ? await whoHolds(desk.accounts, first.token) : null;
      if (!caller) throw new Error('nobody is signed in');
      const setup = await beginTotp(desk.accounts, caller);
      const codes = await confirmTotp(desk.accounts, caller, totpCode(setup?.secret ?? '', desk.now));
      desk.now += 60_000;
      const attempt = (code: string, address: string) =>
        signIn(desk.accounts, { login: actor.staffId, password: PASSWORD, code, address });
      const code = totpCode(setup?.secret ?? '', desk.now);
      const shown = await Promise.all(['192.0.2.2', '192.0.2.3', '192.0.2.4'].map((one) => attempt(code, one)));
      expect(shown.filter(({ kind }) => kind === 'signed_in')).to.have.length(1);
      const spent = await Promise.all([1, 2, 3].map((one) => attempt(codes?.[0] ?? '', `192.0.2.${one}`)));
      expect(spent.filter(({ kind }) => kind === 'signed_in')).to.have.length(1);
    });

    it('are found by any part of a name, with what a pattern would mean taken for itself', async () => {
      for (const id of ['under_score', 'underXscore', 'per%cent', 'back\\slash', 'Ünder'])
        await desk.hire(['agent'], id);
      const found = async (search: string) =>
        (await listMembers(desk.accounts, { search, limit: 10 }))?.members.map(({ login }) => login);
      expect(await found('under_s')).to.deep.equal(['under_score']);
      expect(await found('%')).to.deep.equal(['per%cent']);
      expect(await found('\\')).to.deep.equal(['back\\slash']);
      expect(await found('NDER')).to.include.members(['under_score', 'underXscore']);
    });
  });
}
