export { deliverWebhook } from './jobs.ts';
export { webhookListeners } from './listeners.ts';
export { webhookRoutes } from './routes.ts';
