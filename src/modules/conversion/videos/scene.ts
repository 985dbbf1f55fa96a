/** What a scene is for, in the order of a pitch. */
export const SCENE_KINDS = ['hook', 'problem', 'proof', 'method', 'offer', 'ask', 'other'] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];

/** One personal field of a scene, and what to do without it. */
export interface SceneField {
  field: string;
  /** Stands in when nothing is known; empty: the paragraph that needs the field is left out. */
  fallback: string;
  /** Without a value the whole scene is left out. */
  isRequired: boolean;
}

/** A timed part of a template, as a person writes it. */
export interface Scene {
  id: string;
  position: number;
  kind: SceneKind;
  durationMs: number;
  title: string;
  /** Paragraphs; lines that begin with "- " are a list, with "> " a quote; `{{field}}` is filled in. */
  text: string;
  /** What is said, and what the captions show. */
  narration: string;
  fields: SceneField[];
  audioFileId: string | null;
}

/** Where a value comes from. */
export interface FieldSource {
  kind: 'lead' | 'answer' | 'reading' | 'question' | 'passage' | 'playbook' | 'offer';
  /** In words, for the person it is about: "your answer at the gate". */
  label: string;
  /** Id of the row that proves it: of an answer, a turn, a passage, an offer. */
  id: string | null;
}

export interface FieldValue {
  /** Several lines become several items of a list. */
  value: string;
  source: FieldSource;
}

/** One field as it was put into one video. */
export interface UsedField {
  field: string;
  value: string;
  source: FieldSource | null;
  isFallback: boolean;
}

/** What was put in, and what had to be left out. */
export interface Personalisation {
  fields: UsedField[];
  leftOut: { kind: SceneKind; title: string; field: string | null; reason: string }[];
}

/** A scene as one person sees it. */
export interface ShownScene {
  /** From 1, without those that were left out. */
  position: number;
  kind: SceneKind;
  title: string;
  html: string;
  narration: string;
  startMs: number;
  durationMs: number;
  audioFileId: string | null;
}
