import { z } from 'zod';
import { MOST_BILLS, MOST_PAYMENTS } from '../../domain/billing/billing-source.ts';
import { accountRecordSchema } from '../../web/protocol/billing-system.ts';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of what a utility's customer information system has to serve, out of the schema that its answers are held to. */
export function billingContract(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Billing system, as Switchboard asks it',
      version: '1.0.0',
      description:
        'Served by the utility, called by Switchboard at BILLING_URL. Reading only: a call may come twice. An answer that does not keep to this is refused as a whole and never shown.',
    },
    servers: [{ url: 'https://billing.example.com/v1', description: 'BILLING_URL' }],
    security: [{ bearer: [] }],
    paths: {
      '/accounts/{number}/record': {
        get: {
          operationId: 'get_account_record',
          summary: 'All that is on record about an account, from one moment',
          parameters: [
            { name: 'number', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{8,16}$' } },
            count('bills', MOST_BILLS),
            count('payments', MOST_PAYMENTS),
          ],
          responses: {
            200: {
              description: 'The record. Lines of a bill add up to its amount; bills and payments stand newest first.',
              content: { 'application/json': { schema: schemaOf(accountRecordSchema) } },
            },
            401: { description: 'The token is not known. Counts as a failure of the system' },
            404: { description: 'There is no such account' },
            default: { description: '5xx is tried once more; everything else but 404 counts as a failure' },
          },
        },
      },
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'BILLING_TOKEN' } } },
  };
}

function count(name: string, most: number): Json {
  const schema = { type: 'integer', minimum: 1, maximum: most };
  return { name, in: 'query', required: true, description: `At most so many; Switchboard asks for ${most}`, schema };
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
