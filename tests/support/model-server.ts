import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the provider received it. */
export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  body: any;
}

/** What the provider does with the next request. */
export type Play =
  | { text: string; tokensIn?: number; tokensOut?: number; stop?: 'length' | 'refusal' }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'silence'
  | 'hang up';

/** A model provider that speaks the HTTP of OpenAI (responses, chat completions, models) and Anthropic (messages). */
export interface ModelServer {
  url: string;
  asked: Asked[];
  /** Plays these in turn, the last one for ever. */
  play(...plays: Play[]): void;
  close(): Promise<void>;
}

export async function openModelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let plays: Play[] = [{ text: '{}' }];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/models'))
      return json(response, 200, { object: 'list', data: [{ id: 'local-mini', object: 'model' }] });
    let sent = '';
    for await (const piece of request) sent += piece;
    asked.push({ path, headers: request.headers, body: JSON.parse(sent || '{}') });
    const play = plays.length > 1 ? plays.shift() : plays[0];
    if (play === 'silence' || play === undefined) return undefined;
    if (play === 'hang up') return request.socket.destroy();
    if ('status' in play) return json(response, play.status, play.body ?? {}, play.headers);
    if (asked.at(-1)?.body.stream === true) return streamChat(response, play);
    return json(response, 200, answerAt(path, play));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    play: (...next) => {
      plays = next;
      asked.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

type Said = Extract<Play, { text: string }>;

function answerAt(path: string, said: Said): unknown {
  if (path.endsWith('/messages')) return anthropicMessage(said);
  return path.endsWith('/responses') ? openAiResponse(said) : openAiChat(said);
}

function openAiChat({ text, tokensIn = 100, tokensOut = 20, stop }: Said) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_763_600_000,
    model: 'local-mini',
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: stop === 'length' ? 'length' : stop ? 'content_filter' : 'stop',
        message: { role: 'assistant', content: text, refusal: null },
      },
    ],
    usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut },
  };
}

/** The answer in small pieces, as chat completions stream it. */
function streamChat(response: ServerResponse, { text, tokensIn = 100, tokensOut = 20, stop }: Said): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (value: object) => response.write(`data: ${JSON.stringify({ ...CHUNK, ...value })}\n\n`);
  for (const content of text.match(/[\s\S]{1,40}/g) ?? [])
    send({ choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] });
  const finish = stop === 'length' ? 'length' : stop ? 'content_filter' : 'stop';
  send({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  send({
    choices: [],
    usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut },
  });
  response.end('data: [DONE]\n\n');
}

const CHUNK = {
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_763_600_000,
  model: 'local-mini',
};

function openAiResponse({ text, tokensIn = 100, tokensOut = 20, stop }: Said) {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_763_600_000,
    status: stop ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: stop ? { reason: stop === 'length' ? 'max_output_tokens' : 'content_filter' } : null,
    model: 'gpt-5.4-mini',
    output: [
      {
        type: 'message',
        id: 'msg_1',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: tokensIn,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: tokensOut,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: tokensIn + tokensOut,
    },
  };
}

function anthropicMessage({ text, tokensIn = 100, tokensOut = 20, stop }: Said) {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text }],
    stop_reason: stop === 'length' ? 'max_tokens' : stop ? 'refusal' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: tokensIn, output_tokens: tokensOut },
  };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
