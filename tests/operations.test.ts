import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentExample } from '../scripts/lib/environment-example.ts';
import { withVariablesTable } from '../scripts/lib/variables-table.ts';
import { ConfigurationError, loadConfig, variables } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const names = Object.keys(variables);
const captured = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the guide to operations', () => {
  it('has every variable in its table, in order, and no other', () => {
    expect(captured(operations, /^\| `([A-Z_]+)` \|/gm)).toEqual(names);
    expect(withVariablesTable(operations)).toBe(operations);
  });

  it('speaks of no variable that does not exist', () => {
    const known = new Set([...names, 'CHROMIUM', 'DATA_DIR']);
    const spoken = captured(operations, /`([A-Z]{2,}(?:_[A-Z]+)+)(?:=[^`]*)?`/g);
    expect(spoken.length).toBeGreaterThan(10);
    expect(spoken.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');

  it('names every variable and sets none', () => {
    expect(captured(example, /^# ([A-Z_]+)=/gm)).toEqual(names);
    expect(example.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([]);
    expect(example).toBe(environmentExample());
  });

  it('shows values that the program accepts', () => {
    const shown = Object.fromEntries(
      [...example.matchAll(/^# ([A-Z_]+)=(.+)$/gm)].map((match) => [match[1], match[2]]),
    );
    const { DKIM_DOMAIN: _domain, DKIM_SELECTOR: _selector, ...alone } = shown;
    expect(() => loadConfig(alone)).not.toThrow();
  });
});

describe('a wrong value', () => {
  it.each([
    ['PORT', 'seventy'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['ROLE', 'boss'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'example.com'],
    ['SECRET_KEY', 'short'],
    ['ALLOW_PRIVATE_HOSTS', 'mail.internal'],
    ['ALLOWED_ORIGINS', 'app.example.com'],
    ['TRUST_PROXY', 'my-proxy'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
  ])('of %s stops the start with a sentence that names it', (name, value) => {
    const load = () => loadConfig({ [name]: value });
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(new RegExp(`^${name} must .*\\.$`, 'm'));
  });
});
