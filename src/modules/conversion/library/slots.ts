import type { SlotPage, Slots } from '#kernel/pages';
import { ownsPlaybook } from '../fulfilment/service.ts';

/** Whoever bought a playbook reads it whole, whatever stands in the way of others. */
export function librarySlots(slots: Slots): void {
  // Asked once per page, not once per step.
  const answers = new WeakMap<SlotPage, Promise<boolean>>();
  slots.registerAccess('library', async (page) => {
    const { leadId } = page.reader;
    if (!leadId) return undefined;
    const known = answers.get(page) ?? ownsPlaybook(page.ctx, leadId, page.playbook.id);
    answers.set(page, known);
    return (await known) ? 'owned' : undefined;
  });
}
