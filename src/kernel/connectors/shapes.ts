import { z } from 'zod';
import { Instant, Line, PageQuery } from '#kernel/shapes';

const Provider = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'Use lower-case letters, digits and hyphens.')
  .describe('such as linkedin, hubspot, slack');

export const ConnectionQuery = PageQuery.extend({ provider: Provider.optional() });
export type ConnectionQuery = z.output<typeof ConnectionQuery>;

export const NewConnection = z.object({
  provider: Provider,
  account: z.string().trim().max(200).default('').describe('which account there, when there can be several'),
  name: Line(120),
  authKind: z.enum(['api_key', 'basic', 'webhook']).default('api_key'),
  secret: z.string().min(1).max(10_000).describe('key, password or address; kept sealed, never shown again'),
  settings: z
    .record(z.string().max(60), z.union([z.string().max(2_000), z.number(), z.boolean()]))
    .default({}),
});
export type NewConnection = z.output<typeof NewConnection>;

export const Connection = z
  .object({
    id: z.uuid(),
    provider: z.string(),
    account: z.string(),
    name: z.string(),
    authKind: z.enum(['api_key', 'oauth2', 'basic', 'webhook', 'none']),
    state: z.enum(['connected', 'expired', 'failing', 'revoked', 'disconnected']),
    stateReason: z.string().nullable(),
    scopes: z.array(z.string()),
    settings: z.record(z.string(), z.unknown()),
    expiresAt: Instant.nullable(),
    lastCallAt: Instant.nullable(),
    lastSuccessAt: Instant.nullable(),
    lastError: z.string().nullable(),
    retryAt: Instant.nullable().describe('when we try again'),
    createdAt: Instant,
  })
  .meta({ id: 'Connection' });
export type Connection = z.output<typeof Connection>;
