import type { FastifyInstance } from 'fastify';
import type { Platform } from '#context';
import type { Listener } from '#kernel/events';
import type { Job } from '#kernel/jobs';
import type { Slots } from '#kernel/pages';
import type { Doorway } from './front-door.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call; demanded of every route when the server gets ready. */
    permission?: string;
    /** Answers people and browsers; not part of the JSON contract. */
    page?: boolean;
  }
}

/** The instance that routes are declared on. */
export type App = FastifyInstance & { platform: Platform; doorway: Doorway };

/** How one module is wired into the program. */
export interface Module {
  name: string;
  /** JSON routes and public pages. */
  routes?: ((app: App) => void | Promise<void>)[];
  // biome-ignore lint/suspicious/noExplicitAny: a list of jobs with different payloads has no common narrower type
  jobs?: Job<any>[];
  listeners?: Listener[];
  /** What stands after a step of the public playbook, and who may read it. */
  slots?: (slots: Slots, platform: Platform) => void;
}
