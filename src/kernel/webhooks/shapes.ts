import { z } from 'zod';
import { Instant, PageQuery, Prose } from '#kernel/shapes';

const Url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .describe('where deliveries are posted');
const Events = z.array(z.string().max(120)).max(100).describe('names of events; none means all');

export const NewEndpoint = z.object({
  url: Url,
  events: Events.default([]),
  description: Prose(500).default(''),
});
export type NewEndpoint = z.output<typeof NewEndpoint>;

export const EndpointChange = z.object({
  url: Url.optional(),
  events: Events.optional(),
  description: Prose(500).optional(),
  state: z.enum(['active', 'paused']).optional(),
});
export type EndpointChange = z.output<typeof EndpointChange>;

export const Endpoint = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    events: z.array(z.string()),
    state: z.enum(['active', 'paused', 'disabled']),
    stateReason: z.string().nullable(),
    failuresInRow: z.number().int(),
    lastDeliveryAt: Instant.nullable(),
    lastSuccessAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'WebhookEndpoint' });
export type Endpoint = z.output<typeof Endpoint>;

export const EndpointWithSecret = Endpoint.extend({
  secret: z.string().describe('shown this once; signs every delivery (Standard Webhooks)'),
}).meta({ id: 'WebhookEndpointWithSecret' });
export type EndpointWithSecret = z.output<typeof EndpointWithSecret>;

export const Delivery = z
  .object({
    id: z.uuid(),
    endpointId: z.uuid(),
    eventId: z.uuid(),
    eventType: z.string(),
    body: z.string().describe('as it was signed'),
    state: z.enum(['waiting', 'delivered', 'failed', 'cancelled']),
    attempts: z.number().int(),
    nextAttemptAt: Instant.nullable(),
    waitingReason: z.string().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
    deliveredAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'WebhookDelivery' });
export type Delivery = z.output<typeof Delivery>;

export { PageQuery };
