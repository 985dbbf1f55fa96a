/** The file is larger than allowed. Nothing was kept. */
export class FileTooLarge extends Error {
  readonly status = 413;
  readonly title = 'Too large';
  constructor(readonly limitBytes: number) {
    const limit =
      limitBytes >= 1_048_576
        ? `${Math.floor(limitBytes / 1_048_576)} MB`
        : `${Math.floor(limitBytes / 1024)} KB`;
    super(`That file is larger than ${limit}. Send a smaller one, or split it.`);
    this.name = 'FileTooLarge';
  }
}

/** No such file, or not in this workspace. */
export class FileMissing extends Error {
  readonly status = 404;
  readonly title = 'Not found';
  constructor() {
    super('There is no such file.');
    this.name = 'FileMissing';
  }
}

/** The disk is full or away. The same call may work later, so keep the upload and try again. */
export class StorageUnavailable extends Error {
  readonly status = 503;
  readonly title = 'Not available right now';
  readonly retryable = true;
  constructor(why: string, cause?: unknown) {
    super(`The file could not be stored: ${why}. Nothing is lost on your side. Try again later.`, { cause });
    this.name = 'StorageUnavailable';
  }
}
