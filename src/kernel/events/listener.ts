import type { Context } from '#context';
import type { EventName, EventOf } from './catalog.ts';

/** What a layer does when another layer says that something happened. */
export interface Listener<Name extends EventName = EventName> {
  /** `layer.what-it-does`, unique; receipts are kept under it. */
  name: string;
  event: Name;
  /** Runs in its own transaction. Its effects in the database happen once; anything outside must be a job. */
  handle(ctx: Context, event: EventOf<Name>): Promise<void>;
}

/** Declares a listener. */
export function listener<Name extends EventName>(definition: Listener<Name>): Listener {
  return definition as unknown as Listener;
}
