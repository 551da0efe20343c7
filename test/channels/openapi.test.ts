import { expect } from 'chai';
import { z } from 'zod';
import { DESCRIBED_ROUTES } from '../../channels/described-routes.ts';
import type { DirectLineParts } from '../../channels/directline/direct-line-parts.ts';
import { mountDirectLine } from '../../channels/directline/mount-direct-line.ts';
import { type HealthParts, mountHealth } from '../../channels/health.ts';
import type { HttpServer } from '../../channels/http-server.ts';
import { openApi } from '../../channels/openapi.ts';
import { deskEventSchema } from '../../web/protocol/desk/session.ts';
import { DeskApiRig } from './desk-api/desk-api-rig.ts';

const operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ securitySchemes: z.record(z.string(), z.looseObject({})) }),
});

describe('the description of everything that is served', () => {
  let rig: DeskApiRig;
  let document: z.infer<typeof documentSchema>;
  before(async () => {
    rig = await DeskApiRig.open({ publicUrl: 'https://chat.example.com' });
    const options = { title: 'Switchboard', version: '1', cookie: rig.api.cookieName };
    document = documentSchema.parse(
      JSON.parse(JSON.stringify(openApi([...rig.api.described, ...DESCRIBED_ROUTES], options))),
    );
  });
  after(() => rig.close());

  it('names the cookie as browsers get it over HTTPS', () => {
    expect(document.components.securitySchemes.staff).to.include({ name: '__Host-switchboard-desk', in: 'cookie' });
  });

  it('says that a banner is made with 201', () => {
    expect(document.paths['/api/desk/banners']?.post?.responses).to.have.all.keys('201', 'default');
  });

  it('describes the events as what they are, with what they say', () => {
    const { responses } = document.paths['/api/desk/events']?.get ?? {};
    expect(responses?.['200']?.content)
      .to.have.nested.property('text/event-stream.schema.oneOf')
      .with.length(deskEventSchema.options.length);
    expect(document.paths).to.have.property('/api/desk/attachments/{id}');
  });

  it('has every address that Direct Line and health are mounted at', () => {
    const mounted: string[] = [];
    const server = {
      on: (method: string, path: string) => method !== 'head' && mounted.push(`${method} ${path}`),
      onUpgrade: () => {},
    } as unknown as HttpServer;
    mountDirectLine(server, {} as DirectLineParts);
    mountHealth(server, { metrics: {} } as HealthParts);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described).to.include.members(mounted);
    expect(described).to.include.members(['post /api/messages', 'post /api/widget/session', 'get /api/openapi.json']);
  });

  it('gives each operation a name of its own and a key that it is opened with', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map(({ operationId }) => operationId))).to.have.property('size', operations.length);
    for (const { operationId, security } of operations) {
      expect(operationId).to.match(/^[a-z]+(_\w+)+$/);
      for (const key of security.flatMap((one) => Object.keys(one))) {
        expect(document.components.securitySchemes, operationId).to.have.property(key);
      }
    }
    const refresh = document.paths['/v3/directline/tokens/refresh']?.post;
    expect(refresh).to.deep.include({ security: [{ directLine: [] }], tags: ['direct line'] });
  });
});
