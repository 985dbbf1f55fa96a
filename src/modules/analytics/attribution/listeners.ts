import { listener } from '#kernel/events';
import { traceLead, traceOrder } from './service.ts';

export const whenLeadCaptured = listener({
  name: 'analytics.trace-new-lead',
  event: 'lead.captured',
  handle: (ctx, event) => traceLead(ctx, event.payload.leadId, event.occurredAt),
});

export const whenGatePassed = listener({
  name: 'analytics.trace-after-gate',
  event: 'gate.passed',
  handle: (ctx, event) => traceLead(ctx, event.payload.leadId, event.occurredAt),
});

export const whenTrialRequested = listener({
  name: 'analytics.trace-after-trial',
  event: 'trial.requested',
  handle: (ctx, event) => traceLead(ctx, event.payload.leadId, event.occurredAt),
});

export const whenVideoWatched = listener({
  name: 'analytics.trace-after-video',
  event: 'video.watched',
  handle: (ctx, event) => traceLead(ctx, event.payload.leadId, event.occurredAt),
});

export const whenOrderPaid = listener({
  name: 'analytics.attribute-order',
  event: 'order.paid',
  handle: (ctx, event) => traceOrder(ctx, event.payload.orderId, event.occurredAt),
});

export const whenOrderRefunded = listener({
  name: 'analytics.attribute-refund',
  event: 'order.refunded',
  handle: (ctx, event) => traceOrder(ctx, event.payload.orderId, event.occurredAt),
});
