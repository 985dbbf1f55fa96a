export { catalog, type EventName, type EventOf, type EventPayload } from './catalog.ts';
export { deliverEvent, notifyListener, registerListeners, replay } from './deliver.ts';
export { type Listener, listener } from './listener.ts';
export { publish } from './publish.ts';
export { events } from './schema.ts';
