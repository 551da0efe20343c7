import { expect } from 'chai';
import {
  createIntegrationApi,
  type IntegrationApiGiven,
} from '../../../channels/integration-api/create-integration-api.ts';
import { openApi } from '../../../channels/openapi.ts';

type Operation = Record<'security' | 'parameters' | 'tags', { name?: string; in?: string; required?: boolean }[]>;

describe('the description of the API of other systems', () => {
  const given = { database: { query: {} }, terms: { callsPerMinute: 1 } } as unknown as IntegrationApiGiven;
  const { routes } = createIntegrationApi(given);
  const document = openApi(routes, { title: 'Switchboard', version: '1', cookie: 'c' }) as unknown as {
    paths: Record<string, Record<string, Operation & { 'x-scope'?: string }>>;
    components: { securitySchemes: Record<string, unknown> };
  };
  const tickets = '/api/integration/v1/tickets';

  it('says for each operation which key and which right it needs', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations).to.have.length(8);
    for (const operation of operations) {
      expect(operation.security).to.deep.equal([{ integration: [] }]);
      expect(operation.tags).to.deep.equal(['integration']);
      expect(operation['x-scope']).to.match(/^(tickets|incidents):(read|write)$/);
    }
    expect(document.components.securitySchemes).to.have.property('integration');
  });

  it('names the header fields that a change must and may carry', () => {
    const headersOf = (path: string, method: string) =>
      document.paths[path]?.[method]?.parameters
        .filter((parameter) => parameter.in === 'header')
        .map(({ name, required }) => [name, required]);
    expect(headersOf(tickets, 'post')).to.deep.equal([['idempotency-key', true]]);
    expect(headersOf(`${tickets}/{number}`, 'patch')).to.deep.equal([
      ['if-match', true],
      ['idempotency-key', false],
    ]);
    expect(headersOf(tickets, 'get')).to.deep.equal([]);
  });
});
