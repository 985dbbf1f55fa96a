import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** One environment variable: how it is checked, what it is for, and how it looks in `.env.example`. */
interface Variable<S extends z.ZodType = z.ZodType> {
  schema: S;
  description: string;
  example?: string;
  secret?: boolean;
}

const variable = <S extends z.ZodType>(
  schema: S,
  description: string,
  more: { example?: string; secret?: boolean } = {},
): Variable<S> => ({ schema, description, ...more });

const optional = () => z.string().trim().min(1).optional();
const url = (protocols: string[]) =>
  z
    .string()
    .trim()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      message: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    });
const list = () =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    );

/** An origin as browsers send it: `https://app.example.com`. */
const isOrigin = (value: string) =>
  /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).pathname === '/';
const isPair = (value: string) => /^.+:\d{1,5}$/.test(value);
/** What a proxy may be called: an address, a range of them, or one of three names. */
const isProxy = (value: string) => {
  const [address = '', range = '0', more] = value.split('/');
  if (more !== undefined) return false;
  return (
    /^(loopback|linklocal|uniquelocal)$/.test(value) ||
    (isIP(address) > 0 && (isIP(range) > 0 || (/^\d+$/.test(range) && Number(range) <= 128)))
  );
};

/** Every variable the program reads. `docs/operations.md` and `.env.example` are made from this table. */
export const variables = {
  PORT: variable(z.coerce.number().int().min(0).max(65535).default(3000), 'Port of the web server.', {
    example: '3000',
  }),
  HOST: variable(
    z.string().trim().min(1).default('127.0.0.1'),
    'Address to listen on. Loopback unless you say otherwise.',
    {
      example: '127.0.0.1',
    },
  ),
  DATA_DIR: variable(
    z.string().trim().min(1).default('./data'),
    'Folder of the embedded database, files and keys.',
    {
      example: './data',
    },
  ),
  ROLE: variable(
    z.enum(['all', 'api', 'worker']).default('all'),
    'What this process does: everything, only requests, or only jobs.',
    {
      example: 'all',
    },
  ),
  PUBLIC_URL: variable(
    url(['http:', 'https:']).optional(),
    'Address under which people reach this installation; used in mail, cookies and canonical links. Default: http://localhost:PORT.',
    { example: 'https://playbooks.example.com' },
  ),
  DATABASE_URL: variable(
    url(['postgres:', 'postgresql:']).optional(),
    'PostgreSQL 15 or newer. Without it an embedded server runs under DATA_DIR.',
    { example: 'postgres://playbookos:secret@db.example.com/playbookos', secret: true },
  ),
  DATABASE_DIRECT_URL: variable(
    url(['postgres:', 'postgresql:']).optional(),
    'Direct connection for jobs, LISTEN and migrations when DATABASE_URL is a transaction pooler.',
    { secret: true },
  ),
  DATABASE_REPLICA_URL: variable(
    url(['postgres:', 'postgresql:']).optional(),
    'Read replica for analytics.',
    { secret: true },
  ),
  REDIS_URL: variable(
    url(['redis:', 'rediss:']).optional(),
    'Reserved for rate limits shared by several processes. Not read yet: each process counts by itself.',
    { secret: true },
  ),
  TRUST_PROXY: variable(
    z
      .string()
      .trim()
      .default('loopback')
      .refine((value) => value === 'off' || value.split(',').every((part) => isProxy(part.trim())), {
        message: 'must be "loopback", "off", or addresses and ranges such as 10.0.0.5,192.168.1.0/24',
      }),
    'Whose X-Forwarded-* headers count: "loopback", "off", or a comma-separated list of addresses and ranges.',
    { example: 'loopback' },
  ),
  ALLOWED_ORIGINS: variable(
    list()
      .refine((origins) => origins.every(isOrigin), {
        message: 'must be origins such as https://app.example.com, separated by commas',
      })
      .transform((origins) => origins.map((origin) => new URL(origin).origin)),
    'Origins, separated by commas, that may call the API from a browser (CORS).',
  ),
  ALLOW_PRIVATE_HOSTS: variable(
    list().refine((pairs) => pairs.every(isPair), {
      message: 'must be host:port pairs such as mail.internal:25, separated by commas',
    }),
    'host:port pairs, separated by commas, inside your own network that outgoing HTTP, SMTP and IMAP may reach.',
    { example: 'mail.internal:25' },
  ),
  SECRET_KEY: variable(
    z.string().trim().min(32, 'must have at least 32 characters').optional(),
    'Key for sessions, signatures and encryption at rest. Without it one is made and kept in DATA_DIR/secret.key.',
    { secret: true },
  ),
  SMTP_URL: variable(
    url(['smtp:', 'smtps:']).optional(),
    'Where mail is handed over. Without it a local mail catcher keeps every mail.',
    { example: 'smtp://user:password@smtp.example.com:587', secret: true },
  ),
  SMTP_URL_MARKETING: variable(
    url(['smtp:', 'smtps:']).optional(),
    'Own server for the marketing stream. Default: SMTP_URL.',
    {
      secret: true,
    },
  ),
  SMTP_URL_OUTREACH: variable(
    url(['smtp:', 'smtps:']).optional(),
    'Own server for the outreach stream. Default: SMTP_URL.',
    {
      secret: true,
    },
  ),
  MAIL_FROM: variable(
    z.string().trim().min(3).default('PlaybookOS <playbooks@localhost.example>'),
    'Sender of transactional mail.',
    {
      example: 'Marit Ostrevik <hello@example.com>',
    },
  ),
  MAIL_FROM_MARKETING: variable(optional(), 'Sender of marketing mail. Default: MAIL_FROM.'),
  MAIL_FROM_OUTREACH: variable(optional(), 'Sender of outreach mail. Default: MAIL_FROM.'),
  DKIM_DOMAIN: variable(optional(), 'Domain that signs outgoing mail.', { example: 'example.com' }),
  DKIM_SELECTOR: variable(optional(), 'Selector of the DKIM record.', { example: 'pb1' }),
  DKIM_PRIVATE_KEY: variable(
    optional(),
    'Private key of the DKIM record (PEM, line ends may be written as \\n).',
    { secret: true },
  ),
  OPENAI_API_KEY: variable(
    optional(),
    'Key of OpenAI or a compatible provider. Without a key the built-in composer answers.',
    {
      secret: true,
    },
  ),
  OPENAI_BASE_URL: variable(
    url(['http:', 'https:']).optional(),
    'Address of an OpenAI-compatible provider (Ollama, vLLM).',
  ),
  ANTHROPIC_API_KEY: variable(optional(), 'Key of Anthropic.', { secret: true }),
  ANTHROPIC_BASE_URL: variable(
    url(['http:', 'https:']).optional(),
    'Address of an Anthropic-compatible provider.',
  ),
  AI_MODEL: variable(optional(), 'Model to ask. Default: the provider’s current small model.'),
  AI_MONTHLY_BUDGET_CENTS: variable(
    z.coerce.number().int().min(0).default(2000),
    'Most that one workspace may spend on models in a month, in US cents.',
    { example: '2000' },
  ),
  STRIPE_SECRET_KEY: variable(optional(), 'Key of Stripe. Without it the labelled test checkout is used.', {
    secret: true,
  }),
  STRIPE_WEBHOOK_SECRET: variable(
    list(),
    'Secret that signs Stripe’s webhooks; two, separated by a comma, while one is being replaced.',
    { secret: true },
  ),
  STRIPE_API_URL: variable(url(['http:', 'https:']).optional(), 'Address of Stripe’s API. Default: its own.'),
  SENTRY_DSN: variable(url(['http:', 'https:']).optional(), 'Where unexpected errors are reported.', {
    secret: true,
  }),
  JWT_LIFE_SECONDS: variable(
    z.coerce.number().int().min(30).max(86400).default(900),
    'Life of an access token.',
    { example: '900' },
  ),
  PLAN_LIMITS: variable(
    z.enum(['off', 'on']).default('off'),
    'Whether the limits of the plans are enforced.',
    { example: 'off' },
  ),
  UPLOAD_LIMIT_MB: variable(
    z.coerce.number().int().min(1).max(2000).default(50),
    'Largest file that may be uploaded, in megabytes.',
    {
      example: '50',
    },
  ),
  SAMPLE: variable(
    z.enum(['on', 'off']).default('on'),
    'Whether the workspace "sample" is made on the first start.',
    { example: 'on' },
  ),
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'How much is logged.',
    { example: 'info' },
  ),
  LOG_FILE: variable(
    optional(),
    'File for the log. Default: DATA_DIR/playbookos.log; "-" writes to standard error.',
  ),
} satisfies Record<string, Variable>;

type Values = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['schema']> };

/** The checked environment plus what follows from it. */
export interface Config extends Omit<Values, 'PUBLIC_URL'> {
  /** Without a slash at the end. */
  PUBLIC_URL: string;
  /** Whether everything stays on this machine: HOST and PUBLIC_URL are loopback. */
  loopbackOnly: boolean;
}

/** Says which variables are wrong, one sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigurationError';
  }
}

const isLoopback = (host: string) =>
  ['localhost', '::1', '[::1]'].includes(host) ||
  /^127\.\d+\.\d+\.\d+$/.test(host) ||
  host.endsWith('.localhost');

/**
 * Reads and checks the environment.
 * @throws ConfigurationError with one sentence per wrong variable, each naming it
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const sentences: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(variables)) {
    const given = env[name]?.trim() ? env[name] : undefined;
    const checked = schema.safeParse(given);
    if (checked.success) values[name] = checked.data;
    else sentences.push(`${name} ${checked.error.issues.map(sentence).join(', ')}.`);
  }
  const config = values as Values;
  const dkim = [config.DKIM_DOMAIN, config.DKIM_SELECTOR, config.DKIM_PRIVATE_KEY].filter(Boolean).length;
  if (dkim > 0 && dkim < 3)
    sentences.push('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY are needed together.');
  if (config.ROLE !== 'all' && !config.DATABASE_URL && sentences.length === 0) {
    sentences.push(
      `ROLE is "${config.ROLE}", which needs DATABASE_URL: the embedded database serves only the role "all".`,
    );
  }
  if (sentences.length > 0) throw new ConfigurationError(sentences);
  const publicUrl = (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '');
  return {
    ...config,
    DATA_DIR: resolve(config.DATA_DIR),
    PUBLIC_URL: publicUrl,
    loopbackOnly: isLoopback(config.HOST) && isLoopback(new URL(publicUrl).hostname),
  };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small')
    return issue.message.startsWith('must') ? issue.message : `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  if (issue.code === 'invalid_type')
    return `must be a ${issue.expected === 'int' ? 'whole number' : issue.expected}`;
  return issue.message;
}
