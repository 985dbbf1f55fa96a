import { APICallError, NoObjectGeneratedError } from 'ai';
import { OutboundRefused, readRetryAfter } from '#kernel/connectors';

/** What an unsuccessful attempt means for the next one and for the bill. */
export interface Failure {
  /** For people: why the model did not answer. */
  sentence: string;
  retry: boolean;
  /** Not before this moment, when the server said so. */
  retryAt?: Date;
  /** Whether the call may have been worked on and billed although no answer came. */
  maybeBilled: boolean;
  /** What was billed, when the answer came and was of no use. */
  usage?: { tokensIn: number; tokensOut: number };
}

// Waiting does not fill an account (contracts, NOTES.md).
const SPENT = new Set([
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'billing_error',
  'enforced_spend_limit_reached',
]);

/** The model answered, but not with what was asked for. */
export class UnusableAnswer extends Error {
  constructor(
    message: string,
    readonly usage: { tokensIn: number; tokensOut: number },
    readonly retry = true,
  ) {
    super(message);
  }
}

/** Reads whatever an attempt threw. */
export function readFailure(error: unknown, now: Date, timeoutMs: number): Failure {
  if (error instanceof UnusableAnswer) {
    return { sentence: error.message, retry: error.retry, maybeBilled: false, usage: error.usage };
  }
  if (NoObjectGeneratedError.isInstance(error)) {
    const usage = { tokensIn: error.usage?.inputTokens ?? 0, tokensOut: error.usage?.outputTokens ?? 0 };
    return {
      sentence: 'The model answered in another form than asked.',
      retry: true,
      maybeBilled: false,
      usage,
    };
  }
  const cause = refusalIn(error);
  if (cause) {
    return {
      sentence: cause.message,
      retry: cause.retryable && cause.code !== 'failing',
      maybeBilled: cause.code === 'timeout',
      ...(cause.retryAt && { retryAt: cause.retryAt }),
    };
  }
  if (APICallError.isInstance(error)) return readAnswer(error, now);
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) {
    return {
      sentence: `The model did not answer in ${Math.round(timeoutMs / 1000)} s.`,
      retry: true,
      maybeBilled: true,
    };
  }
  return { sentence: 'The model could not be asked.', retry: false, maybeBilled: true };
}

function readAnswer(error: APICallError, now: Date): Failure {
  const { statusCode: status, responseHeaders: headers = {} } = error;
  if (status === undefined)
    return { sentence: 'The model could not be reached.', retry: true, maybeBilled: true };
  if (status < 300)
    return { sentence: 'The model answered something unreadable.', retry: true, maybeBilled: true };
  if (codesIn(error.responseBody).some((code) => SPENT.has(code))) {
    return {
      sentence: 'The account at the model’s provider has no credit left.',
      retry: false,
      maybeBilled: false,
    };
  }
  const retryAt = retryAtOf(headers, now);
  const retry =
    headers['x-should-retry'] !== 'false' &&
    (status === 408 || status === 409 || status === 429 || status >= 500);
  return { sentence: sentenceOf(status), retry, maybeBilled: false, ...(retryAt && { retryAt }) };
}

function sentenceOf(status: number): string {
  if (status === 401 || status === 403) return 'The provider does not accept the key.';
  if (status === 404) return 'The provider does not know this model.';
  if (status === 429) return 'The provider asks us to slow down.';
  if (status >= 500) return 'The provider is overloaded or down.';
  return `The provider refused the request (${status}).`;
}

function retryAtOf(headers: Record<string, string>, now: Date): Date | undefined {
  const ms = Number(headers['retry-after-ms']);
  if (headers['retry-after-ms'] && Number.isFinite(ms)) return new Date(now.getTime() + ms);
  return readRetryAfter(headers['retry-after'], now);
}

// OpenAI: error.code and error.type; Anthropic: error.type and error.details.error_code.
function codesIn(body: string | undefined): string[] {
  try {
    const { error } = JSON.parse(body ?? '') as {
      error?: { code?: string; type?: string; details?: { error_code?: string } };
    };
    return [error?.code, error?.type, error?.details?.error_code].filter((code) => typeof code === 'string');
  } catch {
    return [];
  }
}

function refusalIn(error: unknown): OutboundRefused | undefined {
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 4;
    current = current.cause, depth += 1
  ) {
    if (current instanceof OutboundRefused) return current;
  }
  return undefined;
}
