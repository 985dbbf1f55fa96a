import type { Context } from '#context';
import type { SlotPage, Slots } from '#kernel/pages';
import { playbooks } from '#modules/creation';
import { gateCopy, promised } from './copy.ts';
import { DEFAULT_CONSENT_TEXT, DEFAULT_QUESTIONS, newsletterTextOf } from './defaults.ts';
import { GateBlock, OpenedNotice } from './form.tsx';
import * as queries from './queries.ts';
import type { GateCopy } from './shapes.ts';

/** Where the wall stands on one page for one reader. */
interface Wall {
  /** Null: nothing is closed. */
  position: number | null;
  trialPosition: number | null;
  words: { copy: Partial<GateCopy>; questions: number; consentText: string; newsletterText: string | null };
  passed: queries.SubmissionRow | undefined;
}

const NOTICE_MS = 86_400_000;

/** Puts the gate on public pages: the block after its step, and the say about who may read what. */
export function gateSlots(slots: Slots): void {
  // Asked once per page, not once per step.
  const walls = new WeakMap<SlotPage, Promise<Wall>>();
  const wallOf = (page: SlotPage): Promise<Wall> => {
    const known = walls.get(page) ?? findWall(page.ctx, page.playbook.id, page.reader.leadId);
    walls.set(page, known);
    return known;
  };

  slots.registerAccess('gate', async (page, position) => {
    const wall = await wallOf(page);
    return wall.position === null || position <= wall.position || wall.passed !== undefined;
  });

  slots.registerAfterStep('gate', async (page, position) => {
    const { words, passed, trialPosition, position: wall } = await wallOf(page);
    const lastPosition = page.steps.length;
    if (wall === null || lastPosition <= wall) return null;
    const behind = { position: wall, trialPosition, lastPosition };
    const now = page.ctx.clock.now().getTime();
    if (passed) {
      // Readers land on the first step behind the wall; before it they would not see this.
      const isFresh = passed.submittedAt !== null && now - passed.submittedAt.getTime() < NOTICE_MS;
      if (position !== wall + 1 || !isFresh || !passed.email) return null;
      return <OpenedNotice {...promised(behind)} email={passed.email} />;
    }
    if (position !== wall) return null;
    // Whoever owns it has nothing to pass.
    if (await slots.mayRead(page, wall + 1)) return null;
    return (
      <GateBlock
        copy={gateCopy(behind, words.copy, words.questions)}
        action={`${page.path}/gate`}
        consentText={words.consentText}
        newsletterText={words.newsletterText}
        shownAt={now}
      />
    );
  });
}

async function findWall(ctx: Context, playbookId: string, leadId: string | null): Promise<Wall> {
  const gate = await queries.findGate(ctx.db, ctx.workspace.id, { playbookId });
  const places = await playbooks.placesOf(ctx, playbookId);
  const passed = leadId ? await queries.findPassed(ctx.db, ctx.workspace.id, playbookId, leadId) : undefined;
  // Between publishing and the gate being made the wall stands already, where the playbook wants it.
  const position = gate ? (gate.gate.isActive ? gate.gate.position : null) : (places?.gatePosition ?? null);
  const words = gate
    ? {
        ...gate.revision,
        copy: gate.revision.copy as Partial<GateCopy>,
        questions: gate.revision.questions.length,
      }
    : {
        copy: {},
        questions: DEFAULT_QUESTIONS.length,
        consentText: DEFAULT_CONSENT_TEXT,
        newsletterText: newsletterTextOf(places?.expertName || ctx.workspace.name),
      };
  return { position, trialPosition: places?.trialPosition ?? null, words, passed };
}
