import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderMail, UNSUBSCRIBE_URL, withUnsubscribeLink } from './template.ts';

const mail = renderMail({
  sender: 'Tallowgate Candles',
  preheader: 'Steps 4 to 7 are open',
  paragraphs: [
    { heading: 'Your next steps' },
    'Hello <Anna> & all,\nread https://playbooks.example/p/x?a=1&b=2. Now.',
    { list: ['Trim the wick', 'Melt slowly'] },
    { quote: 'Heat is patience.', from: 'Marit, step 4' },
    { code: '482913' },
  ],
  button: { label: 'Read on', url: 'https://playbooks.example/p/x?a=1&b=2' },
  footer: ['You asked for this.', 'Reply to stop.'],
  unsubscribe: 'No more news',
});

describe('a rendered mail', () => {
  it('says the same as text', () => {
    expect(mail.text).toBe(`Tallowgate Candles

Your next steps

Hello <Anna> & all,
read https://playbooks.example/p/x?a=1&b=2. Now.

- Trim the wick
- Melt slowly

> Heat is patience.
> (Marit, step 4)

482913

Read on:
https://playbooks.example/p/x?a=1&b=2

-- 
You asked for this.
Reply to stop.
No more news: ${UNSUBSCRIBE_URL}
`);
  });

  it('is a document that programs and screen readers understand, light and dark', () => {
    const { document } = parseHTML(mail.html);
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(
      [...document.querySelectorAll('table')].every((table) => table.getAttribute('role') === 'presentation'),
    ).toBe(true);
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://playbooks.example/p/x?a=1&b=2',
      'https://playbooks.example/p/x?a=1&b=2',
      UNSUBSCRIBE_URL,
    ]);
    expect(mail.html).toContain('prefers-color-scheme:dark');
    expect(document.querySelector('body')?.textContent).toContain('Hello <Anna> & all,');
    expect(mail.html).not.toMatch(/<script|<img|oklch|var\(/);
  });

  it('keeps its contrast: body 7, small print 4.5, button 4.5, in both themes', () => {
    const light = (hex: string) => {
      const [r = 0, g = 0, b = 0] = (hex.match(/\w\w/g) ?? []).map((pair) => {
        const value = Number.parseInt(pair, 16) / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a: string, b: string) => {
      const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
      return (high + 0.05) / (low + 0.05);
    };
    const colour = (pattern: RegExp) => pattern.exec(mail.html)?.[1] ?? '';
    const dark = (name: string) => colour(new RegExp(`\\.m-${name}\\{(?:color|background):(#\\w{6})`));
    const sheet = colour(/class="m-sheet"[^>]*background:\s?(#\w{6})/);
    expect(ratio(colour(/class="m-ink"[^>]*[^-]color:(#\w{6})/), sheet)).toBeGreaterThan(7);
    expect(ratio(colour(/class="m-quiet"[^>]*[^-]color:(#\w{6})/), sheet)).toBeGreaterThan(4.5);
    expect(ratio('#ffffff', colour(/class="m-button"[^>]*background:(#\w{6})/))).toBeGreaterThan(4.5);
    expect(ratio(dark('ink'), dark('sheet'))).toBeGreaterThan(7);
    expect(ratio(dark('quiet'), dark('sheet'))).toBeGreaterThan(4.5);
    expect(ratio(dark('link'), dark('sheet'))).toBeGreaterThan(4.5);
    expect(ratio('#ffffff', dark('button'))).toBeGreaterThan(4.5);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', ''])('has no button to %j', (url) => {
    const button = { label: 'x', url };
    expect(() => renderMail({ preheader: '', paragraphs: [], button, footer: '' })).toThrow(
      'no address for a mail',
    );
  });

  it('cannot be left by what people wrote', () => {
    const evil = '"><img src=x onerror=alert(1)><a href="javascript:x">';
    const { html } = renderMail({
      sender: evil,
      preheader: evil,
      paragraphs: [evil, { heading: evil }, { list: [evil] }, { quote: evil, from: evil }, { code: evil }],
      button: { label: evil, url: `https://a.example/?q=${encodeURIComponent(evil)}` },
      footer: evil,
      unsubscribe: evil,
      language: evil,
    });
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(
      [...document.querySelectorAll('a')].filter((link) => link.getAttribute('href')?.startsWith('java')),
    ).toHaveLength(0);
  });
});

it('a body gets its link once, where it has a place for it or at its end', () => {
  const url = 'https://playbooks.example/u/x';
  expect(withUnsubscribeLink(mail, url).text).toContain(`No more news: ${url}`);
  expect(withUnsubscribeLink({ html: null, text: 'Hi' }, url)).toEqual({
    html: null,
    text: `Hi\n\nUnsubscribe: ${url}\n`,
  });
  expect(withUnsubscribeLink({ html: '<BODY>Hi</BODY>', text: 'Hi' }, url).html).toMatch(
    /Hi<p.*x".*<\/p><\/BODY>$/,
  );
});
