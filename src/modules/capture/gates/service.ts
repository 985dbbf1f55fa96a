import { createHash } from 'node:crypto';
import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { playbooks } from '#modules/creation';
import { contradictionOf, sentenceOf, type ValueWords } from '../segments/rule.ts';
import { Rule } from '../segments/shapes.ts';
import {
  DEFAULT_CONSENT_TEXT,
  DEFAULT_ELIGIBILITY,
  DEFAULT_QUESTIONS,
  newsletterTextOf,
} from './defaults.ts';
import * as queries from './queries.ts';
import { type Gate, type GateChange, type GateCopy, type Question, Questions } from './shapes.ts';

export class GateExists extends Fact {
  override readonly status = 409;
  override readonly title = 'This playbook has a gate';
}

const DEFAULT_POSITION = 3;

/** Gates of the workspace with what they ask now. */
export async function list(ctx: Context): Promise<Gate[]> {
  const rows = await queries.listGates(ctx.db, ctx.workspace.id);
  const names = await playbooks.namesOf(
    ctx,
    rows.map(({ gate }) => gate.playbookId),
  );
  const counts = await queries.countSubmissions(ctx.db, ctx.workspace.id);
  return rows.map((row) => show(row, names, counts));
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Gate> {
  const found = (await list(ctx)).find((gate) => gate.id === id);
  if (!found) throw new NotFound('There is no such gate.');
  return found;
}

/** Makes a gate by hand where publishing has made none yet. @throws GateExists, Invalid */
export async function create(ctx: Context, playbookId: string): Promise<Gate> {
  if (!(await playbooks.placesOf(ctx, playbookId)))
    throw new Invalid([{ pointer: '/playbookId', detail: 'There is no such playbook.' }]);
  const id = await ensureDefault(ctx, playbookId);
  if (!id) throw new GateExists('Change the gate it has instead.');
  return get(ctx, id);
}

/**
 * Gives a playbook the default gate when it has none; keeps an existing one where the playbook wants it.
 * @returns the id of a gate that was made, or null
 */
export async function ensureDefault(ctx: Context, playbookId: string): Promise<string | null> {
  const places = await playbooks.placesOf(ctx, playbookId);
  if (!places) return null;
  const position = places.gatePosition ?? DEFAULT_POSITION;
  const known = await queries.findGate(ctx.db, ctx.workspace.id, { playbookId });
  if (known) {
    const isWanted = places.gatePosition !== null;
    if (known.gate.isActive !== isWanted)
      await queries.updateGate(ctx.db, ctx.workspace.id, known.gate.id, {
        isActive: isWanted,
        updatedAt: ctx.clock.now(),
      });
    if (isWanted && known.gate.position !== position) await publishRevision(ctx, known, { position });
    return null;
  }
  const id = newId();
  const now = ctx.clock.now();
  const isNew = await queries.insertGate(ctx.db, ctx.workspace.id, {
    id,
    playbookId,
    position,
    isActive: places.gatePosition !== null,
    createdAt: now,
    updatedAt: now,
  });
  if (!isNew) return null;
  await keepRevision(ctx, {
    gateId: id,
    number: 1,
    position,
    questions: DEFAULT_QUESTIONS,
    copy: {},
    consentText: DEFAULT_CONSENT_TEXT,
    newsletterText: newsletterTextOf(places.expertName || ctx.workspace.name),
    eligibilityRule: DEFAULT_ELIGIBILITY,
  });
  await publish(ctx, 'gate.changed', { gateId: id, playbookId });
  return id;
}

/**
 * Publishes a new revision of a gate. Answers and consents given before keep the words they were given on.
 * @throws NotFound, Invalid
 */
export async function change(ctx: Context, id: string, input: GateChange): Promise<Gate> {
  const known = await queries.findGate(ctx.db, ctx.workspace.id, { id });
  if (!known) throw new NotFound('There is no such gate.');
  const problem = input.eligibilityRule && contradictionOf(input.eligibilityRule);
  if (problem) throw new Invalid([{ pointer: '/eligibilityRule', detail: problem }]);
  await publishRevision(ctx, known, input);
  // The editor shows the playbook's own wish; both say the same.
  const { position, isActive = known.gate.isActive } = input;
  await playbooks.change(ctx, known.gate.playbookId, {
    gatePosition: isActive ? (position ?? known.gate.position) : null,
  });
  if (isActive !== known.gate.isActive)
    await queries.updateGate(ctx.db, ctx.workspace.id, id, { isActive, updatedAt: ctx.clock.now() });
  await audit(ctx, {
    action: 'gate.changed',
    subject: { type: 'gate', id },
    before: { position: known.gate.position },
    after: { position: position ?? known.gate.position, isActive },
  });
  return get(ctx, id);
}

async function publishRevision(
  ctx: Context,
  { gate, revision }: queries.GateWithRevision,
  input: GateChange,
): Promise<void> {
  const before = Questions.parse(revision.questions);
  const questions = input.questions?.map((question) => {
    const former = before.find(({ id }) => id === question.id);
    if (!former) return question;
    const isSame =
      former.text === question.text &&
      former.kind === question.kind &&
      JSON.stringify(former.options.map(({ value, label }) => [value, label])) ===
        JSON.stringify(question.options.map(({ value, label }) => [value, label]));
    return { ...question, version: isSame ? former.version : former.version + 1 };
  });
  await keepRevision(ctx, {
    gateId: gate.id,
    number: revision.number + 1,
    position: input.position ?? gate.position,
    questions: questions ?? before,
    copy: input.copy ?? (revision.copy as Partial<GateCopy>),
    consentText: input.consentText ?? revision.consentText,
    newsletterText: input.newsletterText === undefined ? revision.newsletterText : input.newsletterText,
    eligibilityRule: input.eligibilityRule ?? Rule.parse(revision.eligibilityRule),
  });
  await publish(ctx, 'gate.changed', { gateId: gate.id, playbookId: gate.playbookId });
}

interface NewRevision {
  gateId: string;
  number: number;
  position: number;
  questions: Question[];
  copy: Partial<GateCopy>;
  consentText: string;
  newsletterText: string | null;
  eligibilityRule: Rule;
}

async function keepRevision(ctx: Context, { gateId, ...revision }: NewRevision): Promise<void> {
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertRevision(ctx.db, ctx.workspace.id, {
    id,
    gateId,
    ...revision,
    consentVersion: versionOf(revision.consentText),
    newsletterVersion: revision.newsletterText ? versionOf(revision.newsletterText) : null,
    publishedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    publishedAt: now,
    createdAt: now,
  });
  await queries.updateGate(ctx.db, ctx.workspace.id, gateId, {
    currentRevisionId: id,
    position: revision.position,
    updatedAt: now,
  });
}

/** Names the exact words of a consent: the same words have the same version everywhere. */
const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Words for the answers of a gate, for rules said as sentences. */
export const wordsOf = (questions: Question[]): ValueWords =>
  Object.fromEntries(
    questions.map(({ id, options }) => [
      `answer.${id}`,
      Object.fromEntries(options.map(({ value, label }) => [value, label])),
    ]),
  );

/** Words of every answer that any gate of the workspace asks for now. */
export async function allWords(ctx: Context): Promise<ValueWords> {
  const rows = await queries.listGates(ctx.db, ctx.workspace.id);
  const words = wordsOf(DEFAULT_QUESTIONS);
  for (const { revision } of rows) {
    for (const [field, labels] of Object.entries(wordsOf(Questions.parse(revision.questions))))
      words[field] = { ...words[field], ...labels };
  }
  return words;
}

function show(
  { gate, revision }: queries.GateWithRevision,
  names: Awaited<ReturnType<typeof playbooks.namesOf>>,
  counts: Awaited<ReturnType<typeof queries.countSubmissions>>,
): Gate {
  const playbook = names.get(gate.playbookId);
  const questions = Questions.parse(revision.questions);
  const rule = Rule.parse(revision.eligibilityRule);
  const { begun, passed } = counts.get(gate.id) ?? { begun: 0, passed: 0 };
  return {
    id: gate.id,
    playbook: { id: gate.playbookId, slug: playbook?.slug ?? '', title: playbook?.title ?? '' },
    position: gate.position,
    isActive: gate.isActive,
    revision: {
      id: revision.id,
      number: revision.number,
      questions,
      copy: revision.copy as Partial<GateCopy>,
      consentText: revision.consentText,
      newsletterText: revision.newsletterText,
      eligibilityRule: rule,
      eligibilitySentence: sentenceOf(rule, wordsOf(questions)),
      publishedAt: revision.publishedAt.toISOString(),
    },
    views: begun,
    passed,
  };
}
