import { generateText, type LanguageModel, NoObjectGeneratedError, Output, streamText } from 'ai';
import type { z } from 'zod';
import { UnusableAnswer } from './failures.ts';
import type { PromptText } from './task.ts';

export interface Answer<T> {
  output: T;
  tokensIn: number;
  tokensOut: number;
}

interface Question<T> {
  model: LanguageModel;
  prompt: PromptText;
  output: z.ZodType<T>;
  maxOutputTokens: number;
  timeoutMs: number;
  /** Wants to see the answer while it is written, each time as far as it has come. */
  onPartial?: ((partial: unknown) => void) | undefined;
}

/**
 * One attempt at one question. No retries in here, no temperature (newer models refuse it), nothing stored at the
 * provider.
 * @throws UnusableAnswer, APICallError, OutboundRefused
 */
export async function ask<T>({
  model,
  prompt,
  output,
  maxOutputTokens,
  timeoutMs,
  onPartial,
}: Question<T>): Promise<Answer<T>> {
  const call = {
    model,
    system: prompt.system,
    prompt: prompt.user,
    output: Output.object({ schema: output }),
    maxOutputTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(timeoutMs),
    // Strict mode of OpenAI knows only a part of JSON Schema; Zod checks the answer anyway.
    providerOptions: { openai: { store: false, strictJsonSchema: false } },
  };
  try {
    const result = onPartial ? await watched(call, onPartial) : await generateText(call);
    const usage = { tokensIn: result.usage.inputTokens ?? 0, tokensOut: result.usage.outputTokens ?? 0 };
    demandEnd(result.finishReason, usage);
    return { output: result.output as T, ...usage };
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    const usage = { tokensIn: error.usage?.inputTokens ?? 0, tokensOut: error.usage?.outputTokens ?? 0 };
    if (error.finishReason) demandEnd(error.finishReason, usage);
    const read = output.safeParse(jsonIn(error.text ?? ''));
    if (!read.success) throw error;
    return { output: read.data, ...usage };
  }
}

/** The same call, handed on piece by piece; what goes wrong on the way is thrown as it would be without. */
async function watched<T>(
  call: Parameters<typeof generateText>[0] & { output: ReturnType<typeof Output.object<T>> },
  onPartial: (partial: unknown) => void,
) {
  const failures: unknown[] = [];
  const stream = streamText({ ...call, onError: ({ error }) => void failures.push(error) });
  for await (const partial of stream.partialOutputStream) onPartial(partial);
  if (failures.length > 0) {
    // Nobody else asks for what the stream promised.
    for (const promise of [stream.output, stream.usage, stream.finishReason])
      Promise.resolve(promise).catch(() => {});
    throw failures[0];
  }
  return { usage: await stream.usage, finishReason: await stream.finishReason, output: await stream.output };
}

// An answer that was cut off or refused is an outcome, not a success.
function demandEnd(reason: string, usage: { tokensIn: number; tokensOut: number }): void {
  if (reason === 'length') throw new UnusableAnswer('The model’s answer was cut off.', usage, false);
  if (reason === 'content-filter') throw new UnusableAnswer('The model refused to answer.', usage, false);
}

/** Models without structured output wrap their JSON in words or in a code block. */
function jsonIn(text: string): unknown {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
