import { expect } from 'chai';
import { DEMO_STAFF } from '../../data/demo/demo-staff.ts';
import { makeNetwork } from '../../data/demo/make-network.ts';
import { makePremises } from '../../data/demo/make-premises.ts';
import { createRandom } from '../../data/demo/random.ts';
import { demoTowns } from '../../data/demo/towns.ts';
import { type IncidentItem, incidentListSchema } from '../../web/protocol/desk/incident.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';

const PREMISES = 1500;
const SEED = 20_261_124;
const PATIENCE_MS = 60_000;

describe('incidents of the real server', function () {
  this.timeout(4 * 60_000);
  const folder = temporaryFolder();
  let server: ServerProcess | null = null;
  after(async () => {
    await server?.kill();
    folder.remove();
  });

  it('come of what customers write, stand once through kills, and take in who writes after', async () => {
    const { addresses, above } = crowdedTransformer();
    const settings = { DATA_DIR: folder.path, PORT: String(await freePort()), DEMO_PREMISES: String(PREMISES) };
    server = await startServer(settings);
    for (const address of addresses.slice(0, 4)) await report(server.url, address);
    await server.kill();
    server = await startServer(settings);
    const [first] = await incidents(4);
    for (const address of addresses.slice(4, 6)) await report(server.url, address);
    await server.kill();
    server = await startServer(settings);
    const [incident, ...others] = await incidents(6);
    expect(others).to.deep.equal([]);
    expect(incident?.id).to.equal(first?.id);
    expect(above).to.include(incident?.device?.id);
    expect(incident).to.include({ severity: 'P1', lifeAtRisk: true, state: 'probable', ticketCount: 6 });
    expect(incident?.responsibleId).to.be.a('string');
    expect(incident?.reasons.map(({ code }) => code)).to.include('calls_as_expected');
    expect(await server.stop()).to.equal(0);
    server = null;
  });

  /** Incidents inferred from reports, once so many tickets are in them, as the dispatch board shows them. */
  async function incidents(tickets: number): Promise<IncidentItem[]> {
    const base = server?.url ?? '';
    const cookie = await signIn(base);
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const response = await fetch(`${base}/api/desk/incidents`, { headers: { cookie } });
      const list = incidentListSchema.parse(await response.json()).incidents;
      // Those that the demo utility begins with have shorter numbers.
      const inferred = list.filter(({ number }) => /^IN\d{10}$/.test(number));
      if (inferred.reduce((sum, { ticketCount }) => sum + ticketCount, 0) >= tickets) return inferred;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no incident with ${tickets} tickets within ${PATIENCE_MS / 1000} s`);
  }
});

async function signIn(base: string): Promise<string> {
  const dispatcher = DEMO_STAFF.find(({ login }) => login === 'dispatcher');
  const body = JSON.stringify({ login: dispatcher?.login, password: dispatcher?.demoPassword });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${base}/api/desk/sign-in`, { method: 'POST', headers, body });
  expect(response.status).to.equal(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Addresses below the transformer of the demo utility that feeds most, and what is above them. */
function crowdedTransformer(): { addresses: string[]; above: string[] } {
  const random = createRandom(SEED);
  const towns = demoTowns();
  const planned = makePremises(random.branch('premises'), towns, PREMISES);
  const { devices, serviceOf } = makeNetwork(random.branch('network'), towns, planned);
  const parentOf = new Map(devices.map(({ id, parent_id }) => [id, parent_id ?? '']));
  const transformerOf = (id: string) => parentOf.get(parentOf.get(serviceOf.get(id) ?? '') ?? '') ?? '';
  const groups = [...Map.groupBy(planned, ({ row }) => transformerOf(row.id))];
  const [transformer, premises] = groups.sort((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
  const above = [transformer];
  for (let up = parentOf.get(transformer); up; up = parentOf.get(up)) above.push(up);
  return { addresses: premises.map(({ row }) => row.address), above };
}

/** A customer who says it all at once: in an emergency the ticket stands with the first words. */
async function report(base: string, address: string): Promise<void> {
  const customer = await DirectLineCustomer.begin(base);
  const said = await customer.send(base, `我家停电了，我妈妈在用呼吸机，地址是${address}`);
  await customer.until(base, said.seq, (activities) =>
    activities.some(({ attachments }) => attachments?.some(({ content }) => content?.kind === 'ticket')),
  );
}
