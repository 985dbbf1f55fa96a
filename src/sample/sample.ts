import { type Context, type Platform, system, type Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import { ensureSampleOwner } from '#kernel/identity';
import type { Worker } from '#kernel/jobs';
import { type WorkStage, work } from '#kernel/running';
import { leads } from '#modules/capture';
import { looks } from '#modules/ceo';
import { makeLinks, makePlaybook, makeSources } from './chain.ts';
import { type SampleExpert, sampleExperts } from './experts.ts';
import { liveThrough } from './history.ts';
import { makeOffer } from './offers.ts';
import type { Past } from './past.ts';
import { MOST_READERS, readersOf } from './people.ts';
import { beginningOf, timetable } from './timetable.ts';

/** Makes the sample workspace and its owner, once. What is in it is made in the background by `fillSample`. */
export async function ensureSample(platform: Platform): Promise<Workspace> {
  const { workspace } = await ensureSampleOwner(platform.identity);
  return workspace;
}

/** What the steps of the sample share. All of it lives in the past. */
export interface SampleHouse {
  platform: Platform;
  past: Past;
  workspace: Workspace;
  signal: AbortSignal;
  /** One transaction behind the sample's wall, at the past's time. */
  inside<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

/** What filling needs of the program that runs. */
export interface Filling {
  platform: Platform;
  worker: Worker;
  /** Opens the same program at another time. */
  openPast: (start: Date) => Promise<Past>;
  signal: AbortSignal;
  /** People who come besides those with a story; the tests need few. */
  readers?: number;
}

const KIND = 'sample';
const READERS = 'Send readers';
const COUNTING = 'Count up';
/** The experts get ready before anybody comes. */
const PREPARED_MS = 2 * 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Fills the sample with twelve weeks of history by running the chain itself, under a clock of the past: sources are read,
 * drafts composed, mended and published, links and offers made, and people sent through it all over HTTP. It ends when
 * it was begun. A start that was interrupted goes on from there: what was made is found, and nobody comes twice.
 */
export async function fillSample(filling: Filling): Promise<void> {
  const { platform, worker, signal } = filling;
  const workspace = await ensureSample(platform);
  const today = <T>(task: (ctx: Context) => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    return inWorkspace(platform, { workspace, actor: system('sample') }, task);
  };
  let board: Board | undefined;
  try {
    const experts = await sampleExperts();
    board = await openBoard(today, experts);
    if (!board) return;
    // What happens by the clock today (looking after signals, scores) would find people of the past half way.
    const letGo = worker.holdSchedules();
    try {
      await makeHistory(filling, workspace, experts, board);
    } finally {
      letGo();
    }
    await board.done(COUNTING, async () => {
      for (const name of ['signals.follow', 'leads.score']) await worker.runSchedule(name);
      await today((ctx) => looks.look(ctx, 'event'));
    });
    await board.close('done');
  } catch (error) {
    if (signal.aborted) return;
    platform.log.error({ err: error }, 'the sample could not be filled; the next start goes on from here');
    await board?.close('failed').catch(() => {});
  }
}

async function makeHistory(
  { openPast, signal, readers = MOST_READERS }: Filling,
  workspace: Workspace,
  experts: SampleExpert[],
  board: Board,
): Promise<void> {
  const beginning = beginningOf(board.startedAt);
  const past = await openPast(new Date(beginning.getTime() - PREPARED_MS));
  try {
    const { platform } = past.house;
    const house: SampleHouse = {
      platform,
      past,
      workspace,
      signal,
      inside(task) {
        signal.throwIfAborted();
        return inWorkspace(platform, { workspace, actor: system('sample') }, task);
      },
    };
    await platform.database.ownerPool.query('select app.ensure_event_partitions($1::date, $2::int)', [
      platform.clock.now(),
      MONTHS,
    ]);
    for (const expert of experts) await prepare(house, expert, board);
    past.clock.reach(beginning);
    const acts = timetable(readersOf(experts, readers), experts, board.startedAt);
    await board.count(READERS, acts.length, (from, note) => liveThrough(house, acts, from, note));
    past.clock.reach(board.startedAt);
    await past.settle();
    await past.joinToday();
  } finally {
    await past.close();
  }
}

/** From the preparation to today. */
const MONTHS = 5;

async function prepare(house: SampleHouse, expert: SampleExpert, board: Board): Promise<void> {
  const { clock } = house.past;
  const sourceIds = await board.done(`Read ${expert.name}`, () => makeSources(house, expert));
  clock.advance(3 * HOUR_MS);
  const playbookId = await board.done(`Compose “${expert.playbook.title}”`, () =>
    makePlaybook(house, expert, sourceIds),
  );
  clock.advance(HOUR_MS);
  await makeLinks(house, expert, playbookId);
  await makeOffer(house, expert, playbookId);
  // The gate, the clone with its questions, the film: what listeners make of a published playbook.
  await house.past.settle();
}

interface Board {
  startedAt: Date;
  done<T>(stage: string, task: () => Promise<T>): Promise<T>;
  /** Runs a stage that is counted. @param task is told how many were begun before, and notes how many are */
  count(
    stage: string,
    total: number,
    task: (from: number, note: (begun: number) => Promise<void>) => Promise<void>,
  ): Promise<void>;
  close(state: 'done' | 'failed'): Promise<void>;
}

type Inside = <T>(task: (ctx: Context) => Promise<T>) => Promise<T>;

/** Shows the filling on the running screen, and finds one there that was interrupted. @returns undefined when it is filled */
async function openBoard(today: Inside, experts: SampleExpert[]): Promise<Board | undefined> {
  const known = await today((ctx) => work.findLatest(ctx, KIND));
  if (known?.state === 'done') return undefined;
  // A sample of an older version, or one that somebody has begun to use otherwise.
  if (!known && (await today((ctx) => leads.counts(ctx))).total > 0) return undefined;
  const names = [
    ...experts.flatMap(({ name, playbook }) => [`Read ${name}`, `Compose “${playbook.title}”`]),
    READERS,
    COUNTING,
  ];
  const stages: WorkStage[] =
    known?.stages ?? names.map((name) => ({ name, state: 'waiting', done: 0, total: 1 }));
  const id = known?.id ?? (await today((ctx) => begin(ctx, stages)));
  const { startedAt } = known ?? (await today((ctx) => work.findLatest(ctx, KIND))) ?? {};
  if (!startedAt) throw new Error('Work that was just begun is gone.');
  if (known) await today((ctx) => work.resume(ctx, id));

  const set = async (name: string, change: Partial<WorkStage>) => {
    const stage = stages.find((candidate) => candidate.name === name);
    if (stage) Object.assign(stage, change);
    await today((ctx) => work.progress(ctx, id, stages));
  };
  const doneBefore = (name: string) => stages.find((stage) => stage.name === name)?.done ?? 0;
  return {
    startedAt,
    async done(name, task) {
      await set(name, { state: 'running' });
      const result = await task();
      await set(name, { state: 'done', done: 1 });
      return result;
    },
    async count(name, total, task) {
      await task(doneBefore(name), (done) => set(name, { state: 'running', done, total }));
      await set(name, { state: 'done', done: total, total });
    },
    close: (state) => today((ctx) => work.end(ctx, id, { state })),
  };
}

const begin = (ctx: Context, stages: WorkStage[]): Promise<string> =>
  work.begin(ctx, { kind: KIND, title: 'Filling the sample workspace', openPath: '/', stages });
