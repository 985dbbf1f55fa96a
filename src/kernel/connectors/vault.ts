import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets at rest: tokens, SMTP passwords, webhook secrets. */
export interface Vault {
  /** Which key seals now; the first part of everything sealed. */
  readonly keyId: string;
  /**
   * Encrypts a secret.
   * @param context what the secret belongs to, such as `connection:<id>`; opening needs the same words,
   *   so a sealed value copied into another row does not open there
   */
  seal(secret: string, context?: string): string;
  /** @throws SecretUnreadable */
  open(sealed: string, context?: string): string;
  /** Whether a value was sealed with an older key and should be sealed again. */
  isStale(sealed: string): boolean;
}

/** The sealed value was made with another key, for another row, or was changed. */
export class SecretUnreadable extends Error {
  constructor(why: string) {
    super(`A stored secret cannot be opened: ${why}.`);
    this.name = 'SecretUnreadable';
  }
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key derived from the installation's secret. Sealed: `<key id>.<base64url of iv, tag, text>`.
 * @param key the secret of this installation, at least 32 characters
 * @param olderKeys secrets used before; they still open, they seal no more
 */
export function buildVault(key: string, olderKeys: string[] = []): Vault {
  const current = derive(key);
  const known = new Map([current, ...olderKeys.map(derive)].map((derived) => [derived.id, derived.bytes]));
  return {
    keyId: current.id,
    seal(secret, context = '') {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.bytes, iv);
      cipher.setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${current.id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    open(sealed, context = '') {
      const { id, body } = split(sealed);
      const bytes = known.get(id);
      if (!bytes) throw new SecretUnreadable(`it was sealed with key ${id}, which is not configured`);
      if (body.length < IV_BYTES + TAG_BYTES) throw new SecretUnreadable('it is incomplete');
      const decipher = createDecipheriv('aes-256-gcm', bytes, body.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(body.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return (
          decipher.update(body.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        throw new SecretUnreadable('it was changed or belongs to something else');
      }
    },
    isStale: (sealed) => split(sealed).id !== current.id,
  };
}

function derive(key: string): { id: string; bytes: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', key, '', 'playbookos vault 1', 32));
  // The id names the key without telling anything about it.
  return { id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8), bytes };
}

function split(sealed: string): { id: string; body: Buffer } {
  const dot = sealed.indexOf('.');
  if (dot < 1) throw new SecretUnreadable('it is not a sealed value');
  return { id: sealed.slice(0, dot), body: Buffer.from(sealed.slice(dot + 1), 'base64url') };
}
