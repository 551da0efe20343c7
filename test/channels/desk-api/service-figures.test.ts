import { expect } from 'chai';
import { figuresSchema, wallboardSchema } from '../../../web/protocol/desk/figures.ts';
import {
  followUpListSchema,
  ownRatingsSchema,
  ratingListSchema,
  ratingReportSchema,
} from '../../../web/protocol/desk/rating.ts';
import { seedService } from '../../support/seed-service.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('ratings and figures over the desk’s API', () => {
  let rig: DeskApiRig;
  let agent: DeskCaller;
  let supervisor: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    agent = await rig.signedIn(['agent']);
    supervisor = await rig.signedIn(['supervisor']);
    await seedService(rig.desk.database, { logins: [agent.actor.staffId], count: 60, now: rig.desk.now });
  });
  after(() => rig.close());

  it('tells an agent how many gave what, and no more', async () => {
    const { status, body } = await agent.get('/api/desk/ratings/mine');
    expect(status).to.equal(200);
    const own = ownRatingsSchema.parse(body);
    expect(own.figures?.rated).to.be.greaterThan(10);
    expect(own.ratings).to.equal(null);
    expect(Object.keys(body)).to.have.members(['from', 'to', 'figures', 'fewest', 'ratings']);
    for (const path of ['ratings', 'ratings/report', 'rating-follow-ups', 'ratings-export', 'figures', 'wallboard']) {
      expect((await agent.get(`/api/desk/${path}`)).status, path).to.equal(403);
    }
  });

  it('reports, lists and exports to those who judge', async () => {
    const report = ratingReportSchema.parse((await supervisor.get('/api/desk/ratings/report')).body);
    expect(report.people.map(({ staffId }) => staffId)).to.deep.equal([agent.actor.staffId]);
    expect(report.bot.rated + (report.people[0]?.rated ?? 0)).to.equal(report.total.rated);
    const low = ratingListSchema.parse((await supervisor.get('/api/desk/ratings?atMost=2&agent=bot')).body);
    expect(low.ratings.every(({ score, agent: rated }) => score <= 2 && rated === null)).to.equal(true);
    const csv = await supervisor.get('/api/desk/ratings-export?from=2026-11-01&to=2026-11-24');
    expect(csv.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(String(csv.body).split('\r\n')[0]).to.match(/^\uFEFF?of,name,asked,rated,score_1/);
  });

  it('moves a follow-up on, once', async () => {
    const { followUps } = followUpListSchema.parse((await supervisor.get('/api/desk/rating-follow-ups')).body);
    const [first] = followUps;
    const path = `/api/desk/rating-follow-ups/${first?.sessionId}/moves`;
    const take = { to: 'in_hand', version: first?.version };
    expect((await supervisor.post(path, take)).status).to.equal(204);
    const again = await supervisor.post(path, take);
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'follow_up_changed']);
    const close = { to: 'closed', outcome: 'put_right', note: ' ', version: 2 };
    expect((await supervisor.post(path, close)).status).to.equal(400);
    expect((await supervisor.post(path, { ...close, note: 'done' })).status).to.equal(204);
    expect((await supervisor.post(path, { ...close, note: 'done', version: 3 })).body.error.code).to.equal(
      'follow_up_over',
    );
    expect((await supervisor.post('/api/desk/rating-follow-ups/none/moves', take)).body.error.code).to.equal(
      'unknown_follow_up',
    );
    const closed = followUpListSchema.parse((await supervisor.get('/api/desk/rating-follow-ups?state=closed')).body);
    expect(closed.followUps[0]).to.deep.include({ state: 'closed', outcome: 'put_right' });
  });

  it('gives figures by person, team, hour and day, the wallboard, and the file', async () => {
    const figures = figuresSchema.parse((await supervisor.get('/api/desk/figures')).body);
    expect(figures.total.sessions).to.equal(60);
    for (const part of [figures.hours, figures.days, figures.teams]) {
      expect(part.reduce((sum, { sessions }) => sum + sessions, 0)).to.equal(60);
    }
    expect(wallboardSchema.parse((await supervisor.get('/api/desk/wallboard')).body).queued).to.equal(0);
    const csv = await supervisor.get('/api/desk/figures-export?team=fault');
    expect(csv.headers.get('content-disposition')).to.include('figures.csv');
  });

  for (const query of [
    'from=2026-11-24',
    'from=2026-11-24&to=2026-11-23',
    'from=2025-01-01&to=2026-11-24',
    'from=2026-02-30&to=2026-03-01',
    'to=x',
    'from=123456&to=2026-11-24',
    'from=2026-11-01&to=9999999',
    'else=1',
  ]) {
    it(`refuses ${query}`, async () => {
      for (const path of ['ratings', 'ratings/report', 'ratings-export', 'figures', 'figures-export']) {
        expect((await supervisor.get(`/api/desk/${path}?${query}`)).status, path).to.equal(400);
      }
    });
  }
});
