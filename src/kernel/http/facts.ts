/** A field that is wrong, and how to put it right. */
export interface FieldError {
  /** JSON pointer into the body, or `/query/...`, `/params/...`. */
  pointer: string;
  detail: string;
}

/**
 * An expected refusal: a fact of the business, mapped to a status once. Verbs extend it beside themselves:
 * `class SlugTaken extends Fact { … }`. It never pages anyone.
 */
export class Fact extends Error {
  readonly status: number = 409;
  readonly title: string = 'That is not possible';
  readonly errors?: FieldError[];
  /** Extra headers of the answer, such as Retry-After. */
  readonly headers: Record<string, string> = {};

  constructor(detail: string, errors?: FieldError[]) {
    super(detail);
    this.name = new.target.name;
    if (errors) this.errors = errors;
  }

  /** Stable name of the kind of problem: `SlugTaken` is `slug-taken`. */
  get kind(): string {
    return this.name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  }
}

/** Nothing stands at this address, or it is not yours: the answer is the same. */
export class NotFound extends Fact {
  override readonly status = 404;
  override readonly title = 'Not found';
  constructor(what = 'There is nothing at this address.') {
    super(what);
  }
}

/** Input that cannot be used. Names each field and the fix. */
export class Invalid extends Fact {
  override readonly status = 422;
  override readonly title = 'Some fields need another look';
  constructor(errors: FieldError[], detail = errors.map((error) => error.detail).join(' ')) {
    super(detail, errors);
  }
}

/** The body or the address could not even be read. */
export class BadRequest extends Fact {
  override readonly status = 400;
  override readonly title = 'The request could not be read';
}

export class Unauthenticated extends Fact {
  override readonly status = 401;
  override readonly title = 'Sign in first';
  override readonly headers = { 'www-authenticate': 'Bearer' };
  constructor(detail = 'Send a session cookie or a bearer token.') {
    super(detail);
  }
}

export class Forbidden extends Fact {
  override readonly status = 403;
  override readonly title = 'That needs another role';
}

/** Somebody else changed it meanwhile. */
export class Conflict extends Fact {
  override readonly status = 409;
  override readonly title = 'It changed meanwhile';
}

export class TooMany extends Fact {
  override readonly status = 429;
  override readonly title = 'Too many requests';
  override readonly headers: Record<string, string>;
  /** @param retryAfterSeconds when the next try can succeed */
  constructor(detail: string, retryAfterSeconds: number) {
    super(detail);
    this.headers = { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) };
  }
}

export class Unavailable extends Fact {
  override readonly status = 503;
  override readonly title = 'Not available right now';
  override readonly headers = { 'retry-after': '5' };
}
