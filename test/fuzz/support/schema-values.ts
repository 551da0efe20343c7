import fc from 'fast-check';

/** As much of JSON Schema (2020-12) as the API's description uses. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minItems?: number;
}

/** Values that fit a schema. Throws on a schema it can't read: then it has to learn more. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(valuesOf));
  const [type, ...others] = [schema.type ?? 'any'].flat();
  if (others.length > 0) return fc.oneof(...[type, ...others].map((one) => valuesOf({ ...schema, type: one ?? '' })));
  return valuesOfType(type ?? 'any', schema);
}

function valuesOfType(type: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum, exclusiveMinimum, maximum } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.maxSafeInteger().map((value) => {
        const least = Math.max(minimum ?? -1e15, exclusiveMinimum === undefined ? -1e15 : exclusiveMinimum + 1);
        const most = Math.min(maximum ?? 1e15, 1e15);
        return Math.min(most, Math.max(least, value));
      });
    case 'number':
      return fc.double({ min: minimum ?? -1e9, max: maximum ?? 1e9, noNaN: true });
    case 'string':
      return stringsOf(schema);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(3, schema.minItems ?? 0),
      });
    case 'object':
      return objectsOf(schema);
    case 'any':
      return fc.jsonValue({ maxDepth: 1 });
    default:
      throw new Error(`a schema of a type that is not known here: ${type}`);
  }
}

function stringsOf({ pattern, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength, minLength + 40);
  return fc.string({ unit: 'grapheme', minLength, maxLength: most }).map((text) => text.slice(0, maxLength));
}

function objectsOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)]));
  return fc.record(fields, { requiredKeys: [...required] as never[] });
}
