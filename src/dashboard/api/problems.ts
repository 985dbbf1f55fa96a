/** The one place that turns what the server says went wrong into sentences. */

export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  /** The correlation id. */
  instance?: string;
  /** When the next try is possible. */
  retryAfterSeconds?: number;
  errors?: { pointer: string; detail: string }[];
}

/** A problem document (RFC 9457) that came as an answer. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title ?? `Status ${problem.status}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export interface Said {
  title: string;
  detail?: string | undefined;
  /** Title and detail in one line. */
  text: string;
  /** Correlation id, shortened for reading aloud. */
  id?: string | undefined;
}

const byStatus: Record<number, { title: string; detail?: string }> = {
  0: { title: 'We cannot reach the server.', detail: 'What you typed is kept here.' },
  401: { title: 'You are signed out.', detail: 'Sign in again; what you typed is kept.' },
  402: { title: 'This is over the plan’s limit.' },
  403: { title: 'Your role does not allow this.' },
  404: { title: 'There is nothing at this address.' },
  409: { title: 'It changed meanwhile.' },
  413: { title: 'That is too large.' },
  415: { title: 'That kind of file cannot be read here.' },
  422: { title: 'Something in the form needs another look.' },
  429: { title: 'Too many tries.', detail: 'Wait a minute, then try again.' },
  500: { title: 'Something broke on our side.', detail: 'Nothing you saved is lost.' },
  503: { title: 'We cannot reach our own database.', detail: 'What you typed is kept here.' },
};

/** What happened, as a person would say it. */
export function sentenceOf(error: unknown): Said {
  const problem = error instanceof ProblemError ? error.problem : { status: 0 };
  const known = byStatus[problem.status] ?? (problem.status >= 500 ? byStatus[500] : undefined);
  const spoken = problem.status < 500 && problem.status > 0;
  const title = (spoken && problem.title) || known?.title || problem.title || 'That did not work.';
  const fields = problem.errors?.map((field) => field.detail).join(' ');
  const detail = (spoken && (problem.detail || fields)) || known?.detail;
  const id = problem.instance?.split(/[/:]/).pop()?.slice(-13);
  return {
    title: stop(title, Boolean(detail)),
    detail,
    text: [stop(title, true), detail].filter(Boolean).join(' '),
    id,
  };
}

/** What the server said about one field of a form, by its JSON pointer: `fieldError(error, '/email')`. */
export function fieldError(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find((field) => field.pointer === pointer)?.detail;
}

/** Whether the answer had this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}

function stop(title: string, full: boolean): string {
  const bare = title.replace(/\.$/, '');
  return full ? `${bare}.` : bare;
}
