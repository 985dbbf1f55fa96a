import type { Config } from './config.ts';

/** Receives what nobody expected. */
export type Report = (error: unknown) => void;

/** Reports unexpected errors to Sentry when SENTRY_DSN is set; the SDK is loaded only then. */
export async function openReport(
  config: Pick<Config, 'SENTRY_DSN' | 'PUBLIC_URL'>,
): Promise<Report | undefined> {
  if (!config.SENTRY_DSN) return undefined;
  const sentry = await import('@sentry/node');
  sentry.init({
    dsn: config.SENTRY_DSN,
    serverName: new URL(config.PUBLIC_URL).host,
    sendDefaultPii: false,
    defaultIntegrations: false,
  });
  return (error) => {
    sentry.captureException(error);
  };
}
