import sanitizeHtml from 'sanitize-html';

// Looks only: nothing that loads, overlays or runs.
const PROPERTIES = [
  'background',
  'background-color',
  'border',
  'border-bottom',
  'border-collapse',
  'border-color',
  'border-left',
  'border-radius',
  'border-right',
  'border-top',
  'color',
  'display',
  'font',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'height',
  'letter-spacing',
  'line-height',
  'list-style',
  'margin',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'max-height',
  'max-width',
  'min-width',
  'overflow',
  'padding',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'text-align',
  'text-decoration',
  'text-transform',
  'vertical-align',
  'white-space',
  'width',
];
const PLAIN_VALUE = /^(?!.*(?:url|image|expression|attr|element|src)\s*\()[^\\<>{}]*$/i;

const LAYOUT = [
  'align',
  'valign',
  'width',
  'height',
  'bgcolor',
  'border',
  'cellpadding',
  'cellspacing',
  'colspan',
  'rowspan',
];

/**
 * Makes the HTML of a caught mail safe to show in a sandboxed frame: no script, no form, no remote picture, links kept
 * and opened outside. The result is a whole document for `srcdoc`.
 */
export function sanitiseMail(html: string): string {
  const body = sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'center', 'font', 'h1', 'h2', 'del', 'ins'],
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'title', 'role', 'aria-label', ...LAYOUT],
      a: ['href', 'name', 'target', 'rel'],
      font: ['color', 'face', 'size'],
      img: ['src', 'alt'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // A remote picture tells its sender that somebody looked; nobody has to know that of a caught mail.
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    // A title is dropped with its words: they belong to a tab, not into the mail.
    nonTextTags: ['script', 'style', 'textarea', 'option', 'title'],
    allowedStyles: { '*': Object.fromEntries(PROPERTIES.map((name) => [name, [PLAIN_VALUE]])) },
    transformTags: { a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer' }) },
  });
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"></head><body style="margin:0">${body}</body></html>`;
}

/** Addresses in a mail that a person can open, in their order, each once. */
export function linksIn({ html, text }: { html: string | null; text: string }): string[] {
  const found = new Set<string>();
  if (html) {
    sanitizeHtml(html, {
      allowedTags: ['a'],
      allowedAttributes: { a: ['href'] },
      transformTags: {
        a: (tagName, attribs) => {
          if (/^https?:/i.test(attribs.href ?? '')) found.add(attribs.href ?? '');
          return { tagName, attribs };
        },
      },
    });
  }
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) found.add(match[0]);
  return [...found];
}
