import type { ReactNode } from 'react';
import type { Context } from '#context';
import { inSavepoint } from '#kernel/database';

/** One step as the kernel knows it: its place, nothing of what it says. */
export interface SlotStep {
  id: string;
  /** From 1. */
  position: number;
  title: string;
}

/** Who reads, as far as the signed cookie says. */
export interface SlotReader {
  leadId: string | null;
  readingId: string | null;
  visitorHash: string | null;
  clickId: string | null;
}

/** A public page that several layers stand on, handed to each of them. */
export interface SlotPage {
  ctx: Context;
  playbook: { id: string; slug: string; title: string };
  versionId: string;
  steps: SlotStep[];
  reader: SlotReader;
  /** Address of the page without query. */
  path: string;
  query: Record<string, string | undefined>;
}

/** What stands after a step; null for nothing. */
export type AfterStep = (page: SlotPage, position: number) => Promise<ReactNode> | ReactNode;

/** Yes, no, it is theirs (which no other no can close), or nothing to say about it. */
type Judgement = boolean | 'owned' | undefined;

/** Whether the reader may see a step. */
export type StepAccess = (page: SlotPage, position: number) => Promise<Judgement> | Judgement;

/** Where later layers stand on a page of an earlier one, without the earlier one knowing them. */
export interface Slots {
  /** @throws Error when the name is taken */
  registerAfterStep(name: string, show: AfterStep): void;
  /** @throws Error when the name is taken */
  registerAccess(name: string, judge: StepAccess): void;
  /** What stands after the step, in the order of registration. A block that fails is left out with what it did, the page stays. */
  afterStep(page: SlotPage, position: number): Promise<{ name: string; node: ReactNode }[]>;
  /** When it is theirs, or when somebody says yes and nobody says no: silence and failure mean no. */
  mayRead(page: SlotPage, position: number): Promise<boolean>;
}

export function buildSlots(): Slots {
  const blocks = new Map<string, AfterStep>();
  const judges = new Map<string, StepAccess>();
  return {
    registerAfterStep: (name, show) => register(blocks, name, show),
    registerAccess: (name, judge) => register(judges, name, judge),
    async afterStep(page, position) {
      const shown: { name: string; node: ReactNode }[] = [];
      for (const [name, show] of blocks) {
        try {
          const node = await inSavepoint(page.ctx.db, () => show(page, position));
          if (node !== null && node !== undefined && node !== false) shown.push({ name, node });
        } catch (error) {
          page.ctx.log.error({ err: error, slot: name, position }, 'a block of a public page failed');
        }
      }
      return shown;
    },
    async mayRead(page, position) {
      let allowed = false;
      let denied = false;
      for (const [name, judge] of judges) {
        try {
          const answer = await inSavepoint(page.ctx.db, () => judge(page, position));
          if (answer === 'owned') return true;
          if (answer === false) denied = true;
          if (answer === true) allowed = true;
        } catch (error) {
          page.ctx.log.error(
            { err: error, slot: name, position },
            'a question of access failed, so the answer is no',
          );
          denied = true;
        }
      }
      return allowed && !denied;
    },
  };
}

function register<T>(known: Map<string, T>, name: string, entry: T): void {
  if (known.has(name)) throw new Error(`Something is already registered as "${name}".`);
  known.set(name, entry);
}
