import { setTimeout as waitFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Platform } from '#context';
import { backoffMs, type Outbound } from '#kernel/connectors';
import { type Answer, ask } from './ask.ts';
import { type Failure, readFailure } from './failures.ts';
import { FENCE_RULE } from './fence.ts';
import { note, type Opening, reserve, settle } from './ledger.ts';
import { costMicros, priceOf, tokensAtMost } from './prices.ts';
import { type AiSettings, chooseProvider, type Provider } from './provider.ts';
import { type AiTask, hashOf } from './task.ts';

/** Who answered, as it is shown beside the answer. */
export type Maker = 'built-in composer' | `model: ${string}`;

export interface Made<Output> {
  output: Output;
  maker: Maker;
  /** Why the composer answered although a model is configured. */
  reason?: string;
  /** The transcript. */
  runId: string;
}

export interface Ai {
  /**
   * Runs a task: by the configured model within the month's budget, else by the built-in composer, which the answer says.
   * Takes seconds: never inside a transaction.
   * @throws ZodError when the input does not fit; whatever the composer throws
   */
  run<Input, Output>(
    platform: Platform,
    workspaceId: string,
    task: AiTask<Input, Output>,
    input: Input,
    options?: RunOptions,
  ): Promise<Made<Output>>;
  /** For the health check and the stand-ins screen. */
  state(): { state: 'ok' | 'stand-in' | 'failing'; reason?: string };
}

export interface RunOptions {
  subject?: { type: string; id: string };
  correlationId?: string;
  /**
   * Shows the answer of a model while it is written, each time as far as it has come and unchecked. After a failed attempt
   * it begins anew. The built-in composer has nothing to show before it is done.
   */
  onPartial?: (partial: unknown) => void;
}

interface Parts extends AiSettings {
  outbound: Outbound;
  log: Logger;
  wait?: (ms: number) => Promise<unknown>;
}

const MOST_ATTEMPTS = 3;
/** Longer pauses are not worth a person's waiting: the composer answers now. */
const LONGEST_WAIT_MS = 20_000;

export function buildAi({ outbound, log, wait = waitFor, ...settings }: Parts): Ai {
  const provider = chooseProvider(settings, outbound);
  let lastFailure: string | undefined;

  return {
    state() {
      if (!provider) return { state: 'stand-in', reason: 'Built-in composer: no model configured.' };
      return lastFailure ? { state: 'failing', reason: lastFailure } : { state: 'ok' };
    },
    async run(platform, workspaceId, task, given, options = {}) {
      const input = task.input.parse(given);
      const prompt = task.prompt.write(input);
      const opening: Opening = {
        workspaceId,
        task: task.name,
        taskVersion: task.version,
        promptVersion: task.prompt.version,
        promptHash: provider ? hashOf(prompt) : null,
        inputHash: hashOf(input),
        subject: options.subject,
        correlationId: options.correlationId,
        startedAt: platform.clock.now(),
      };
      if (!provider) return compose(platform, opening, task, input, 'completed');
      const asked = await askModel(platform, provider, opening, task, withRule(prompt), options.onPartial);
      if ('output' in asked) {
        lastFailure = undefined;
        return asked;
      }
      if (asked.state === 'fell_back') lastFailure = asked.reason;
      log.warn({ task: task.name, reason: asked.reason }, 'the built-in composer answers');
      return compose(platform, opening, task, input, asked.state, asked.reason);
    },
  };

  async function askModel<Input, Output>(
    platform: Platform,
    source: Provider,
    opening: Opening,
    task: AiTask<Input, Output>,
    prompt: { system: string; user: string },
    onPartial?: RunOptions['onPartial'],
  ): Promise<Made<Output> | { state: 'refused' | 'fell_back'; reason: string }> {
    const model = await source.modelId();
    const price = priceOf(model);
    const micros = costMicros(price, tokensAtMost(prompt.system + prompt.user), task.maxOutputTokens);
    for (let attempts = 1; ; attempts += 1) {
      const id = await reserve(platform, opening, { provider: source.name, model, micros });
      if (!id)
        return {
          state: 'refused',
          reason: 'The workspace has spent what it may spend on models this month.',
        };
      const maker: Maker = `model: ${model}`;
      const close = (ending: {
        state: 'completed' | 'failed';
        cost: number;
        answer?: Answer<Output>;
        failure?: Failure;
      }) =>
        settle(
          platform,
          opening,
          { id, micros },
          {
            state: ending.state,
            maker,
            output: ending.answer?.output,
            error: ending.failure?.sentence,
            attempts,
            tokensIn: ending.answer?.tokensIn ?? ending.failure?.usage?.tokensIn ?? 0,
            tokensOut: ending.answer?.tokensOut ?? ending.failure?.usage?.tokensOut ?? 0,
            costMicros: ending.cost,
            finishedAt: platform.clock.now(),
          },
        );
      try {
        const { maxOutputTokens, timeoutMs, output } = task;
        const answer = await ask({
          model: source.model(model),
          prompt,
          output,
          maxOutputTokens,
          timeoutMs,
          onPartial,
        });
        // A server that counts nothing may still bill: then what was set aside counts.
        const isCounted = answer.tokensIn + answer.tokensOut > 0;
        const cost = isCounted ? costMicros(price, answer.tokensIn, answer.tokensOut) : micros;
        await close({ state: 'completed', cost, answer });
        return { output: answer.output, maker, runId: id };
      } catch (error) {
        const failure = readFailure(error, platform.clock.now(), task.timeoutMs);
        log.debug({ err: error, task: task.name, attempts }, 'a model did not answer');
        await close({ state: 'failed', cost: billed(failure), failure });
        const pauseMs = failure.retryAt
          ? failure.retryAt.getTime() - platform.clock.now().getTime()
          : backoffMs(attempts);
        if (!failure.retry || attempts >= MOST_ATTEMPTS || pauseMs > LONGEST_WAIT_MS) {
          return { state: 'fell_back', reason: failure.sentence };
        }
        await wait(Math.max(pauseMs, 0));
      }
    }

    function billed({ usage, maybeBilled }: Failure): number {
      if (usage) return costMicros(price, usage.tokensIn, usage.tokensOut);
      return maybeBilled ? micros : 0;
    }
  }
}

async function compose<Input, Output>(
  platform: Platform,
  opening: Opening,
  task: AiTask<Input, Output>,
  input: Input,
  state: 'completed' | 'fell_back' | 'refused',
  reason?: string,
): Promise<Made<Output>> {
  const maker: Maker = 'built-in composer';
  const rest = { maker, reason, attempts: 0, tokensIn: 0, tokensOut: 0, costMicros: 0 };
  let output: Output;
  try {
    output = task.output.parse(await task.fallback(input));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    await note(platform, opening, {
      ...rest,
      state: 'failed',
      error: said,
      finishedAt: platform.clock.now(),
    });
    throw error;
  }
  const runId = await note(platform, opening, { ...rest, state, output, finishedAt: platform.clock.now() });
  return { output, maker, runId, ...(reason && { reason }) };
}

const withRule = ({ system, user }: { system: string; user: string }) => ({
  system: `${FENCE_RULE}\n\n${system}`,
  user,
});
