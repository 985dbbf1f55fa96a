import type { TestHouse } from './harness.ts';

/** One operation of the published contract. */
export interface Operation {
  method: string;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: a JSON schema document
  definition: any;
}

type Schema = Record<string, unknown> & {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  format?: string;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  pattern?: string;
};

/** Every operation of the contract. */
export async function operationsOf(
  house: TestHouse,
): Promise<{ operations: Operation[]; schemas: Record<string, Schema> }> {
  const { body } = await house.call('GET', '/api/v1/openapi.json');
  const operations = Object.entries(body.paths as Record<string, Record<string, unknown>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, definition]) => ({
        method: method.toUpperCase(),
        path,
        definition,
      })),
  );
  return { operations, schemas: body.components?.schemas ?? {} };
}

/** The smallest value that a schema accepts, with `id` wherever an id is asked for. */
export function smallest(
  schema: Schema | undefined,
  schemas: Record<string, Schema>,
  id: string,
  depth = 0,
): unknown {
  if (!schema || depth > 8) return null;
  if (schema.$ref) return smallest(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas, id, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return smallest(variants[0], schemas, id, depth + 1);
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => smallest(part, schemas, id, depth + 1)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const required = new Set(schema.required ?? []);
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => required.has(name))
          .map(([name, property]) => [name, smallest(property, schemas, id, depth + 1)]),
      );
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        smallest(schema.items, schemas, id, depth + 1),
      );
    case 'string':
      if (schema.format === 'uuid') return id;
      if (schema.format === 'email') return 'somebody@tallowgate.example';
      if (schema.format === 'date-time') return '2026-11-20T08:00:00.000Z';
      if (schema.format === 'uri') return 'https://tallowgate.example/';
      return 'x'.repeat(Math.max(1, schema.minLength ?? 1));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return {};
  }
}
