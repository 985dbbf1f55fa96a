import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';

const Kind = z.enum(['hook', 'problem', 'proof', 'method', 'offer', 'ask', 'other']);
const Named = z.object({ id: Id, name: z.string() });
const Ms = z.number().int().min(0);

const SceneField = z
  .object({
    field: z.string().regex(/^[a-z][a-z0-9_.-]{0,60}$/, 'That is no name of a field.'),
    fallback: Prose(300).default('').describe('stands in when nothing is known'),
    isRequired: z.boolean().default(false).describe('without a value the scene is left out'),
  })
  .meta({ id: 'SceneField' });

const sceneWords = {
  kind: Kind,
  durationMs: z
    .number()
    .int()
    .min(3_000, 'A scene takes three seconds at least.')
    .max(300_000, 'A scene takes five minutes at most.'),
  title: Line(160),
  text: Prose(4_000)
    .default('')
    .describe('paragraphs; "- " begins a list line, "> " a quote; {{field}} is filled in'),
  narration: Prose(6_000).default('').describe('what is said and shown as captions'),
  fields: z.array(SceneField).max(20).default([]),
};

export const VideoScene = z
  .object({
    ...sceneWords,
    id: Id,
    position: z.number().int(),
    startMs: Ms,
    hasAudio: z.boolean().describe('a recorded narration is played with it'),
  })
  .meta({ id: 'VideoScene' });

export const VideoTemplate = z
  .object({
    id: Id,
    name: z.string(),
    state: z.enum(['draft', 'published', 'archived']),
    revision: z.number().int(),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    offer: Named.nullable().describe('the offer it ends in, while it can be bought'),
    scenes: z.array(VideoScene),
    durationMs: Ms,
    knownFields: z.array(z.object({ field: z.string(), name: z.string() })).describe('what scenes may name'),
    publishedAt: Instant.nullable(),
    updatedAt: Instant,
    counts: z.object({
      videos: z.number().int(),
      sent: z.number().int(),
      waiting: z.number().int(),
      played: z.number().int().describe('by people'),
      watched: z.number().int(),
    }),
  })
  .meta({ id: 'VideoTemplate' });
export type VideoTemplate = z.output<typeof VideoTemplate>;

export const NewVideoTemplate = z.object({ playbookId: Id });

export const VideoTemplateChange = z
  .object({
    name: Line(160),
    offerId: Id.nullable().optional(),
    scenes: z
      .array(z.object({ ...sceneWords, id: Id.optional() }))
      .min(1, 'A video needs a scene.')
      .max(20),
  })
  .meta({ id: 'VideoTemplateChange' });
export type VideoTemplateChange = z.output<typeof VideoTemplateChange>;

const UsedField = z.object({
  field: z.string(),
  name: z.string(),
  value: z.string(),
  source: z
    .object({
      kind: z.enum(['lead', 'answer', 'reading', 'question', 'passage', 'playbook', 'offer']),
      label: z.string(),
      id: z.string().nullable(),
    })
    .nullable(),
  isFallback: z.boolean(),
});
const LeftOut = z.object({ kind: Kind, title: z.string(), field: z.string().nullable(), reason: z.string() });
const ShownScene = z.object({
  position: z.number().int(),
  kind: Kind,
  title: z.string(),
  html: z.string().describe('paragraphs, lists and quotes; safe'),
  narration: z.string(),
  startMs: Ms,
  durationMs: Ms,
  hasAudio: z.boolean(),
});

export const VideoPreview = z
  .object({
    scenes: z.array(ShownScene),
    durationMs: Ms,
    fields: z.array(UsedField),
    leftOut: z.array(LeftOut),
  })
  .meta({ id: 'VideoPreview' });
export type VideoPreview = z.output<typeof VideoPreview>;

const DeliveryState = z.enum(['planned', 'sending', 'sent', 'unconfirmed', 'failed', 'cancelled']);
export const Delivery = z
  .object({
    id: Id,
    state: DeliveryState,
    waitReason: z
      .object({ code: z.string(), sentence: z.string() })
      .nullable()
      .describe('why it does not move now; also why it failed or was cancelled'),
    nextAttemptAt: Instant.nullable().describe('when it moves by itself; null: it waits for somebody'),
    sentAt: Instant.nullable(),
    attempts: z.number().int(),
    messageId: Id.nullable(),
  })
  .meta({ id: 'VideoDelivery' });
export type Delivery = z.output<typeof Delivery>;

const Range = z.object({ fromMs: Ms, toMs: Ms });
const videoFields = {
  id: Id,
  lead: Named.extend({ email: z.string(), company: z.string().nullable() }),
  template: Named,
  offer: Named.nullable(),
  state: z.enum(['preparing', 'ready', 'failed', 'expired']),
  delivery: Delivery.nullable(),
  seen: z.array(Range).describe('played parts, each counted once'),
  furthestMs: Ms,
  watchedMs: Ms,
  durationMs: Ms,
  watchedAt: Instant.nullable().describe('half was seen, or the offer was reached'),
  leftOut: z.number().int().describe('scenes left out for want of a field'),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  url: z.string().describe('the private page'),
};

export const Video = z.object(videoFields).meta({ id: 'Video' });
export type Video = z.output<typeof Video>;

export const VideoRecord = z
  .object({
    ...videoFields,
    handRaiseId: Id.nullable(),
    scenes: z.array(ShownScene.extend({ watchedMs: Ms })),
    personalisation: z.object({ fields: z.array(UsedField), leftOut: z.array(LeftOut) }),
    facts: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        scenePosition: z.number().int().nullable(),
        fromMs: Ms.nullable(),
        toMs: Ms.nullable(),
        at: Instant,
        isMachine: z.boolean(),
        machineReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'VideoRecord' });
export type VideoRecord = z.output<typeof VideoRecord>;

export const VideoQuery = PageQuery.extend({
  templateId: Id.optional(),
  leadId: Id.optional(),
  state: DeliveryState.optional().describe('of the delivery'),
  watched: z.enum(['yes', 'no']).optional(),
});
export type VideoQuery = z.output<typeof VideoQuery>;

/** What the page of a video tells: batched, in any order, as often as it likes. */
export const WatchReport = z.object({
  session: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_-]*$/)
    .default(''),
  facts: z
    .array(
      z.object({
        kind: z.enum(['opened', 'played', 'watched', 'paused', 'finished', 'offer_seen']),
        scenePosition: z.number().int().min(1).max(100).optional(),
        fromMs: z.number().int().min(0).max(86_400_000).optional(),
        toMs: z.number().int().min(0).max(86_400_000).optional(),
      }),
    )
    .min(1)
    .max(100),
});
export type WatchReport = z.output<typeof WatchReport>;

/** The button of the page without script. */
export const SaidSo = z.object({ kind: z.literal('read') });
