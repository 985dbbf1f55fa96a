import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { Outbound } from '#kernel/connectors';

/** What the configuration says about models. */
export interface AiSettings {
  openAiKey?: string | undefined;
  /** An OpenAI-compatible server (Ollama, vLLM), or a proxy of OpenAI. */
  openAiBaseUrl?: string | undefined;
  anthropicKey?: string | undefined;
  anthropicBaseUrl?: string | undefined;
  model?: string | undefined;
}

/** A configured source of answers. */
export interface Provider {
  name: 'openai' | 'openai-compatible' | 'anthropic';
  /** Which model is asked; may have to look it up at the server first. */
  modelId(): Promise<string>;
  model(id: string): LanguageModel;
}

const SMALL = { openai: 'gpt-5.4-mini', anthropic: 'claude-haiku-5-5' };

/** @returns undefined when nothing is configured: then the built-in composer answers everything */
export function chooseProvider(settings: AiSettings, outbound: Outbound): Provider | undefined {
  const { openAiKey, openAiBaseUrl, anthropicKey, model } = settings;
  const wantsClaude = model?.startsWith('claude') ?? false;
  if (anthropicKey && (wantsClaude || (!openAiKey && !openAiBaseUrl)))
    return anthropic(settings, anthropicKey, outbound);
  if (openAiBaseUrl) return compatible(openAiBaseUrl, openAiKey, model, outbound);
  if (openAiKey) {
    const openai = createOpenAI({ apiKey: openAiKey, fetch: outbound.fetch });
    return {
      name: 'openai',
      modelId: async () => model ?? SMALL.openai,
      model: (id) => openai.responses(id),
    };
  }
  return undefined;
}

function anthropic(settings: AiSettings, apiKey: string, outbound: Outbound): Provider {
  const { anthropicBaseUrl, model } = settings;
  const make = createAnthropic({
    apiKey,
    ...(anthropicBaseUrl && { baseURL: anthropicBaseUrl.replace(/\/+$/, '') }),
    fetch: anthropicBaseUrl ? outbound.fetchTo(anthropicBaseUrl) : outbound.fetch,
  });
  return { name: 'anthropic', modelId: async () => model ?? SMALL.anthropic, model: (id) => make(id) };
}

function compatible(
  baseUrl: string,
  apiKey: string | undefined,
  model: string | undefined,
  outbound: Outbound,
): Provider {
  const baseURL = baseUrl.replace(/\/+$/, '');
  const fetch = outbound.fetchTo(baseURL);
  const make = createOpenAICompatible({
    name: 'openai-compatible',
    baseURL,
    fetch,
    supportsStructuredOutputs: true,
    // Streams say what they cost only when asked to.
    includeUsage: true,
    ...(apiKey && { apiKey }),
  });
  let first: Promise<string> | undefined;
  return {
    name: 'openai-compatible',
    // Nobody knows what an own server is called to serve; it says so itself.
    modelId: async () => {
      if (model) return model;
      first ??= firstModel(`${baseURL}/models`, apiKey, fetch);
      return first.catch(() => {
        first = undefined;
        return SMALL.openai;
      });
    },
    model: (id) => make.chatModel(id),
  };
}

async function firstModel(
  url: string,
  apiKey: string | undefined,
  fetch: typeof globalThis.fetch,
): Promise<string> {
  const answer = await fetch(url, { headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {} });
  const { data } = (await answer.json()) as { data?: { id?: string }[] };
  const id = data?.[0]?.id;
  if (!answer.ok || !id) throw new Error('The server names no model.');
  return id;
}
