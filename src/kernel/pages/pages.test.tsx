import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { fonts, mark, shrink, stylesheet } from './assets.ts';
import { PublicDocument } from './document.tsx';
import { projectFile } from './project-file.ts';
import { PUBLIC_CONTENT_SECURITY_POLICY, renderPage } from './render.ts';
import { buildSlots, type SlotPage, type StepAccess } from './slots.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const document = (more: object = {}) =>
  renderPage(
    <PublicDocument
      lang="nl-BE"
      title={'Price "the" job <script>'}
      description="How to & why"
      canonical="https://playbooks.example/p/marit/fixed-price"
      siteName="Tallowgate"
      author="Marit Ostrevik"
      publishedAt={new Date('2026-10-28T08:00:00Z')}
      jsonLd={{ '@type': 'HowTo', name: '</script><script>alert(1)</script>\u2028' }}
      {...more}
    >
      <main id="content">Text</main>
    </PublicDocument>,
  );

describe('the document of public pages', () => {
  it('says what it is to people, search engines and shared links', () => {
    const html = document();
    expect(html.startsWith('<!doctype html><html lang="nl-BE">')).toBe(true);
    for (const part of [
      '<title>Price &quot;the&quot; job &lt;script&gt;</title>',
      '<meta name="description" content="How to &amp; why"/>',
      '<link rel="canonical" href="https://playbooks.example/p/marit/fixed-price"/>',
      '<meta property="og:site_name" content="Tallowgate"/>',
      '<meta property="og:locale" content="nl_BE"/>',
      '<meta property="article:published_time" content="2026-10-28T08:00:00.000Z"/>',
      '<meta name="author" content="Marit Ostrevik"/>',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('noindex');
    expect(document({ noIndex: true })).toContain('noindex');
  });

  it('holds no script but data that cannot end its element', () => {
    const html = document();
    const scripts = html.match(/<script[^>]*>/g);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data).name).toBe('</script><script>alert(1)</script>\u2028');
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('preloads two fonts, loads one stylesheet, follows the system unless told', () => {
    const html = document({ scripts: ['/assets/public/reader.js'] });
    expect(html.match(/rel="preload"/g)).toHaveLength(2);
    expect(html).toContain(`<link rel="stylesheet" href="${stylesheet.url}"/>`);
    expect(html).toContain(`<link rel="icon" type="image/svg+xml" href="${mark.url}"/>`);
    expect(html).toContain('<script type="module" src="/assets/public/reader.js"></script>');
    expect(html).not.toContain('data-theme');
    expect(document({ theme: 'dark' })).toContain('data-theme="dark"');
  });

  it('comes with a policy that runs nothing inline', () => {
    expect(PUBLIC_CONTENT_SECURITY_POLICY).not.toContain('unsafe');
    expect(PUBLIC_CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  });
});

describe('the stylesheet', () => {
  it('keeps every rule when it is made small', () => {
    const css =
      'a {\n  color: red; /* why */\n  margin: 0 auto;\n}\n@media (max-width: 10px) {\n  .a > b,\n  .c { top: calc(1px + 2px); }\n}\n';
    expect(shrink(css)).toBe(
      'a{color: red;margin: 0 auto}@media (max-width: 10px){.a > b,.c{top: calc(1px + 2px)}}',
    );
  });

  it('uses only names that it defines', () => {
    const css = stylesheet.body.toString();
    const used = new Set(css.match(/var\((--[a-z0-9-]+)/g)?.map((found) => found.slice(4)));
    const defined = new Set(css.match(/--[a-z0-9-]+(?=:)/g));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    expect((css.match(/{/g) ?? []).length).toBe((css.match(/}/g) ?? []).length);
  });

  it('has the values of the dashboard’s tokens, where they share a name', () => {
    const tidy = (value = '') => value.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');
    const read = (css: string) =>
      new Map(
        [...css.matchAll(/(--[a-z0-9-]+):\s*(light-dark\([^;]*\));/g)].map(([, name, value]) => [
          name,
          tidy(value),
        ]),
      );
    const ours = read(readFileSync(projectFile('src/kernel/pages/css/tokens.css'), 'utf8'));
    const shared = read(readFileSync(projectFile('src/dashboard/tokens.css'), 'utf8'));
    expect(ours.size).toBeGreaterThan(15);
    const differing = [...ours].filter(([name, value]) => shared.has(name) && shared.get(name) !== value);
    expect(differing).toEqual([]);
  });

  it('is small enough to arrive with the page', () => {
    expect(stylesheet.packed.br?.length).toBeLessThan(6_500);
  });
});

describe('assets', () => {
  it('are served for ever under the hash of their content', async () => {
    const plain = await house.app.inject({ url: stylesheet.url, headers: { 'accept-encoding': 'identity' } });
    expect([plain.statusCode, plain.headers['cache-control'], plain.headers['content-type']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'text/css; charset=utf-8',
    ]);
    expect(plain.body).toContain(fonts.serif.url);
    const packed = await house.app.inject({
      url: stylesheet.url,
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect([packed.headers['content-encoding'], packed.rawPayload.length]).toEqual([
      'br',
      stylesheet.packed.br?.length,
    ]);
    const font = await house.app.inject({ url: fonts.sans.url });
    expect([
      font.statusCode,
      font.headers['content-type'],
      font.rawPayload.subarray(0, 4).toString(),
    ]).toEqual([200, 'font/woff2', 'wOF2']);
  });

  it('that were never made are not there, and that is not kept', async () => {
    for (const url of [
      '/assets/public/public.000000000000.css',
      '/assets/public/..%2f..%2fpackage.json',
      '/assets/public/%00',
    ]) {
      const answer = await house.app.inject({ url });
      expect([answer.statusCode, answer.headers['cache-control']]).not.toContain(
        'public, max-age=31536000, immutable',
      );
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('who may read a step', () => {
  const mayRead = (...answers: (Awaited<ReturnType<StepAccess>> | Error)[]) =>
    house.inWorkspace((ctx) => {
      const slots = buildSlots();
      for (const [index, answer] of answers.entries())
        slots.registerAccess(`judge ${index}`, () => {
          if (answer instanceof Error) throw answer;
          return answer;
        });
      return slots.mayRead({ ctx } as SlotPage, 4);
    });

  it.each([
    ['nobody has a say', [], false],
    ['nobody says anything', [undefined], false],
    ['somebody says yes', [undefined, true], true],
    ['somebody else says no', [true, false], false],
    ['somebody else breaks', [true, new Error('broken')], false],
    ['it is theirs, whoever says no', [false, 'owned'], true],
    ['it is theirs, whoever breaks', [new Error('broken'), 'owned'], true],
  ] as const)('when %s', async (_words, answers, expected) => {
    expect(await mayRead(...answers)).toBe(expected);
  });
});
