import { expect } from 'chai';
import { Counter, Registry } from 'prom-client';
import { mountDemoRoutes } from '../../channels/demo-routes.ts';
import { mountHealth } from '../../channels/health.ts';
import { call } from './support/direct-line-caller.ts';
import { type SmallServer, startSmallServer } from './support/small-server.ts';

describe('health and metrics', () => {
  let small: SmallServer;
  let store: () => Promise<unknown> = async () => {};
  let draining = false;
  let isBillingThere = true;
  before(async () => {
    const metrics = new Registry();
    new Counter({ name: 'switchboard_turns_total', help: 'Turns', registers: [metrics] }).inc(3);
    small = await startSmallServer((server) => {
      const needs = { database: () => store(), nerve: async () => {} };
      mountHealth(server, { needs, wants: { billing: () => isBillingThere }, draining: () => draining, metrics });
    });
  });
  after(() => small.server.close());
  beforeEach(() => {
    store = async () => {};
    draining = false;
    isBillingThere = true;
  });

  it('is live and ready', async () => {
    expect(await call(`${small.base}/health/live`)).to.deep.include({ status: 200, body: { status: 'live' } });
    const ready = await call(`${small.base}/health/ready`);
    expect(ready).to.deep.include({ status: 200, body: { status: 'ready', reasons: [] } });
  });

  it('is live but not ready while the database is away, and says so without its details', async () => {
    store = async () => {
      throw new Error('password authentication failed for user postgres');
    };
    const ready = await call(`${small.base}/health/ready`);
    expect(ready).to.deep.include({ status: 503, body: { status: 'not_ready', reasons: ['database_unreachable'] } });
    expect(await call(`${small.base}/health/live`)).to.have.property('status', 200);
  });

  it('stays ready without what it can do without, and says what that is', async () => {
    isBillingThere = false;
    const ready = await call(`${small.base}/health/ready`);
    const body = { status: 'ready', reasons: [], degraded: ['billing_unreachable'] };
    expect(ready).to.deep.include({ status: 200, body });
  });

  it('does not wait for a database that hangs', async () => {
    store = () => new Promise(() => {});
    const ready = await call(`${small.base}/health/ready`);
    expect(ready.body.reasons).to.deep.equal(['database_unreachable']);
  });

  it('is not ready while it drains', async () => {
    draining = true;
    expect((await call(`${small.base}/health/ready`)).body.reasons).to.deep.equal(['draining']);
  });

  it('gives metrics as Prometheus reads them', async () => {
    const { status, headers, body } = await call(`${small.base}/metrics`);
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.match(/^text\/plain/);
    expect(body).to.include('switchboard_turns_total 3');
  });
});

describe('the demo’s own addresses', () => {
  it('answer where the demo is on, and are not there where it is not', async () => {
    const on = await startSmallServer((server) =>
      mountDemoRoutes(server, { sms: async () => ({ messages: [] }), hints: async () => ({ staff: [] }) }),
    );
    const off = await startSmallServer(() => {});
    const [sms, hints, missing] = await Promise.all([
      call(`${on.base}/api/demo/sms`),
      call(`${on.base}/api/demo/hints`),
      call(`${off.base}/api/demo/hints`),
    ]);
    await Promise.all([on.server.close(), off.server.close()]);
    expect(sms.body).to.deep.equal({ messages: [] });
    expect(hints.body).to.deep.equal({ staff: [] });
    expect(missing.status).to.equal(404);
  });
});
