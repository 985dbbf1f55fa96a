/** Why an outgoing call did not happen or did not end well. Stable; kept in rows and answers. */
export type RefusalCode =
  | 'not_an_address'
  | 'scheme'
  | 'port'
  | 'credentials_in_address'
  | 'private_target'
  | 'unknown_host'
  | 'unreachable'
  | 'certificate'
  | 'timeout'
  | 'too_large'
  | 'wrong_type'
  | 'redirects'
  | 'resting'
  | 'failing';

/** An outgoing call that was refused or failed, with a sentence a person can act on. */
export class OutboundRefused extends Error {
  readonly status = 422;
  readonly title = 'That address cannot be opened';
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** Not before this moment, when known. */
  readonly retryAt: Date | undefined;

  constructor(
    readonly code: RefusalCode,
    sentence: string,
    more: { retryable?: boolean; retryAt?: Date; cause?: unknown } = {},
  ) {
    super(sentence, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'OutboundRefused';
    this.retryable = more.retryable ?? false;
    this.retryAt = more.retryAt;
  }
}

export const notAnAddress = () =>
  new OutboundRefused(
    'not_an_address',
    'That is not a web address. It begins with https:// and names a site.',
  );

export const wrongScheme = () =>
  new OutboundRefused('scheme', 'Only addresses that begin with http:// or https:// can be opened.');

export const wrongPort = (port: number) =>
  new OutboundRefused('port', `Port ${port} belongs to another kind of service, so we do not open it.`);

export const credentialsInAddress = () =>
  new OutboundRefused(
    'credentials_in_address',
    'That address carries a name and password. Take them out and try again.',
  );

export const privateTarget = () =>
  new OutboundRefused('private_target', 'That address points inside your own network, so we do not open it.');

export const unknownHost = (host: string, cause?: unknown) =>
  new OutboundRefused('unknown_host', `There is no site called ${host}. Check the spelling.`, {
    retryable: true,
    cause,
  });

export const unreachable = (host: string, cause?: unknown) =>
  new OutboundRefused('unreachable', `${host} could not be reached. Try again later.`, {
    retryable: true,
    cause,
  });

export const badCertificate = (host: string, cause?: unknown) =>
  new OutboundRefused('certificate', `${host} does not prove who it is: its certificate is not valid.`, {
    cause,
  });

export const tooSlow = (host: string, timeoutMs: number, cause?: unknown) =>
  new OutboundRefused('timeout', `${host} did not answer in ${seconds(timeoutMs)} s.`, {
    retryable: true,
    cause,
  });

export const tooLarge = (host: string, maxBytes: number) =>
  new OutboundRefused('too_large', `${host} sent more than ${size(maxBytes)}, so we stopped reading.`);

export const wrongType = (host: string, got: string, wanted: string) =>
  new OutboundRefused('wrong_type', `${host} sent ${got || 'something without a type'}, not ${wanted}.`);

export const tooManyRedirects = (host: string, limit: number) =>
  new OutboundRefused('redirects', `${host} sent us on more than ${limit} times, so we stopped.`);

export const resting = (host: string, retryAt: Date) =>
  new OutboundRefused('resting', `${host} asked us to wait. We try again at ${time(retryAt)}.`, {
    retryable: true,
    retryAt,
  });

export const failing = (host: string, retryAt: Date) =>
  new OutboundRefused('failing', `${host} has not answered lately. We try again at ${time(retryAt)}.`, {
    retryable: true,
    retryAt,
  });

const seconds = (ms: number): string => (ms < 1000 ? (ms / 1000).toFixed(1) : String(Math.round(ms / 1000)));
const time = (date: Date): string => `${date.toISOString().slice(11, 16)} UTC`;
const size = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
