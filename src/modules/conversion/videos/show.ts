import { nameOfField, type Personal } from './personalise.ts';
import type { DeliveryRow } from './queries.ts';
import type { Personalisation, ShownScene } from './scene.ts';
import type { Delivery, VideoPreview } from './shapes.ts';
import { waitReasonOf } from './waiting.ts';

/** A scene without what only we need. */
export const shownScene = ({ audioFileId, ...scene }: ShownScene): VideoPreview['scenes'][number] => ({
  ...scene,
  hasAudio: audioFileId !== null,
});

/** What went into a video, with names that people read. */
export const shownFields = ({ fields = [], leftOut = [] }: Partial<Personalisation>) => ({
  fields: fields.map((used) => ({ ...used, name: nameOfField(used.field) })),
  leftOut,
});

export const shownPersonal = ({ scenes, durationMs, fields, leftOut }: Personal): VideoPreview => ({
  scenes: scenes.map(shownScene),
  durationMs,
  ...shownFields({ fields, leftOut }),
});

export const shownDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  state: row.state,
  waitReason: waitReasonOf(row),
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  attempts: row.attempts,
  messageId: row.messageId,
});
