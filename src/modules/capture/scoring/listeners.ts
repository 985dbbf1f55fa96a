import { listener } from '#kernel/events';
import { appraise } from './service.ts';

export const whenLeadCaptured = listener({
  name: 'capture.appraise-new-lead',
  event: 'lead.captured',
  handle: (ctx, event) => appraise(ctx, event.payload.leadId),
});

export const whenGatePassed = listener({
  name: 'capture.appraise-after-gate',
  event: 'gate.passed',
  handle: (ctx, event) => appraise(ctx, event.payload.leadId),
});

export const whenLeadConfirmed = listener({
  name: 'capture.appraise-after-confirmation',
  event: 'lead.confirmed',
  handle: (ctx, event) => appraise(ctx, event.payload.leadId),
});

export const whenLeadUpdated = listener({
  name: 'capture.appraise-after-update',
  event: 'lead.updated',
  handle: (ctx, event) => appraise(ctx, event.payload.leadId),
});
