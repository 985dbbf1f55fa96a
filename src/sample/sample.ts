import { type Context, type Platform, system, type Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import type { App } from '#kernel/http';
import { ensureSampleOwner } from '#kernel/identity';
import { type WorkStage, work } from '#kernel/running';
import { leads } from '#modules/capture';
import { makeLinks, makePlaybook, makeSources } from './chain.ts';
import { type SampleExpert, sampleExperts } from './experts.ts';
import { sendReaders } from './readers.ts';

/** Makes the sample workspace and its owner, once. What is in it is made in the background by `fillSample`. */
export async function ensureSample(platform: Platform): Promise<Workspace> {
  const { workspace } = await ensureSampleOwner(platform.identity);
  return workspace;
}

/** What the steps of the sample share. */
export interface SampleHouse {
  platform: Platform;
  app: App;
  workspace: Workspace;
  /** One transaction behind the sample's wall. */
  inside<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

/**
 * Fills the sample by running the chain itself: sources are read, drafts composed, mended and published, links made, and
 * readers sent through them over HTTP. Each step finds what an interrupted start left behind and goes on from there.
 */
export async function fillSample(platform: Platform, app: App, signal: AbortSignal): Promise<void> {
  const workspace = await ensureSample(platform);
  const house: SampleHouse = {
    platform,
    app,
    workspace,
    inside(task) {
      signal.throwIfAborted();
      return inWorkspace(platform, { workspace, actor: system('sample') }, task);
    },
  };
  let board: Board | undefined;
  try {
    if (await isFilled(house)) return;
    const experts = await sampleExperts();
    board = await openBoard(house, experts);
    for (const expert of experts) await fillExpert(house, expert, board);
    await board.done('Send readers', () => sendReaders(house));
    await board.close('done');
  } catch (error) {
    if (signal.aborted) return;
    platform.log.error({ err: error }, 'the sample could not be filled; the next start goes on from here');
    await board?.close('failed').catch(() => {});
  }
}

async function fillExpert(house: SampleHouse, expert: SampleExpert, board: Board): Promise<void> {
  const sourceIds = await board.done(`Read ${expert.name}`, () => makeSources(house, expert));
  const playbookId = await board.done(`Compose “${expert.playbook.title}”`, () =>
    makePlaybook(house, expert, sourceIds),
  );
  await makeLinks(house, expert, playbookId);
}

// Readers come last, so a lead means that everything before it is there.
async function isFilled(house: SampleHouse): Promise<boolean> {
  const { total } = await house.inside((ctx) => leads.counts(ctx));
  return total > 0;
}

interface Board {
  done<T>(stage: string, task: () => Promise<T>): Promise<T>;
  close(state: 'done' | 'failed'): Promise<void>;
}

/** Shows the filling on the running screen. */
async function openBoard(house: SampleHouse, experts: SampleExpert[]): Promise<Board> {
  const names = [
    ...experts.flatMap(({ name, playbook }) => [`Read ${name}`, `Compose “${playbook.title}”`]),
    'Send readers',
  ];
  const stages: WorkStage[] = names.map((name) => ({ name, state: 'waiting', done: 0, total: 1 }));
  const id = await house.inside((ctx) =>
    work.begin(ctx, { kind: 'sample', title: 'Filling the sample workspace', openPath: '/', stages }),
  );
  const set = async (name: string, state: WorkStage['state']) => {
    const stage = stages.find((candidate) => candidate.name === name);
    if (stage) Object.assign(stage, { state, done: state === 'done' ? 1 : 0 });
    await house.inside((ctx) => work.progress(ctx, id, stages));
  };
  return {
    async done(name, task) {
      await set(name, 'running');
      const result = await task();
      await set(name, 'done');
      return result;
    },
    close: (state) => house.inside((ctx) => work.end(ctx, id, { state })),
  };
}
