/** Stands in a body where the reader's own address to unsubscribe goes; filled in when the mail leaves. */
export const UNSUBSCRIBE_URL = '{{unsubscribe_url}}';

/** One piece of a mail. A string is a paragraph; addresses in it become links. */
export type MailBlock =
  | string
  | { heading: string }
  | { list: string[] }
  | { quote: string; from?: string }
  /** Something to type elsewhere, set large. */
  | { code: string };

export interface MailContent {
  /** What the inbox shows after the subject. */
  preheader: string;
  paragraphs: MailBlock[];
  button?: { label: string; url: string };
  /** Why the reader gets this and what is safe; small. */
  footer: string | string[];
  /** Who writes; stands above the text. */
  sender?: string;
  /** Words of the link that ends this kind of mail. */
  unsubscribe?: string;
  /** BCP 47, for screen readers. */
  language?: string;
}

// The light and dark values of the public page in tokens.css: mail clients know neither oklch() nor variables.
const LIGHT = {
  page: '#fcfbf7',
  sheet: '#fffefd',
  ink: '#1e1814',
  quiet: '#544f49',
  line: '#dddbd5',
  accent: '#145067',
  link: '#15546c',
};
const DARK = {
  page: '#151311',
  sheet: '#1d1b18',
  ink: '#e2ddd7',
  quiet: '#aba7a1',
  line: '#32302c',
  accent: '#28718b',
  link: '#84cee0',
};
const SANS = "'IBM Plex Sans',system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SERIF = 'Newsreader,Georgia,serif';
const MONO = "'IBM Plex Mono',ui-monospace,SFMono-Regular,Menlo,monospace";

const DARK_STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.m-page{background:${DARK.page}!important}
.m-sheet{background:${DARK.sheet}!important;border-color:${DARK.line}!important}
.m-ink{color:${DARK.ink}!important}
.m-quiet{color:${DARK.quiet}!important}
.m-rule{border-color:${DARK.line}!important}
.m-link{color:${DARK.link}!important}
.m-button{background:${DARK.accent}!important}
}`;

/**
 * Writes one mail twice: accessible HTML with inline styles, light and dark, and the same as plain text.
 * Everything given is text and is escaped; only http, https and mailto addresses become links.
 */
export function renderMail(content: MailContent): { html: string; text: string } {
  return { html: renderHtml(content), text: renderText(content) };
}

function renderHtml(content: MailContent): string {
  const { preheader, paragraphs, button, sender, unsubscribe, language = 'en' } = content;
  const footer = [content.footer].flat().map((line) => small(linked(line)));
  if (unsubscribe)
    footer.push(
      small(
        `<a class="m-quiet" href="${UNSUBSCRIBE_URL}" style="color:${LIGHT.quiet}">${escapeHtml(unsubscribe)}</a>`,
      ),
    );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(preheader)}</title>
<style>${DARK_STYLE}</style>
</head>
<body class="m-page" style="margin:0;padding:0;background:${LIGHT.page}">
<div role="main">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="m-page" style="background:${LIGHT.page}"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="m-sheet" style="max-width:560px;background:${LIGHT.sheet};border:1px solid ${LIGHT.line};border-radius:8px"><tr><td style="padding:28px 28px 24px">
${sender ? `<p class="m-quiet" style="margin:0 0 20px;font:600 13px/20px ${SANS};color:${LIGHT.quiet}">${escapeHtml(sender)}</p>\n` : ''}${paragraphs.map(blockHtml).join('\n')}
${button ? buttonHtml(button) : ''}
<div class="m-rule" style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${LIGHT.line}">
${footer.join('\n')}
</div>
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}

function blockHtml(block: MailBlock): string {
  const body = `margin:0 0 16px;font:400 16px/25px ${SANS};color:${LIGHT.ink}`;
  if (typeof block === 'string') return `<p class="m-ink" style="${body}">${linked(block)}</p>`;
  if ('heading' in block) {
    return `<h1 class="m-ink" style="margin:0 0 16px;font:500 26px/32px ${SERIF};color:${LIGHT.ink}">${escapeHtml(block.heading)}</h1>`;
  }
  if ('list' in block) {
    const items = block.list.map((item) => `<li style="margin:0 0 6px">${linked(item)}</li>`).join('');
    return `<ul class="m-ink" style="${body};padding:0 0 0 20px">${items}</ul>`;
  }
  if ('quote' in block) {
    const from = block.from
      ? `<br><span class="m-quiet" style="font:400 13px/20px ${SANS};color:${LIGHT.quiet}">${escapeHtml(block.from)}</span>`
      : '';
    return `<blockquote class="m-ink m-rule" style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid ${LIGHT.line};font:400 17px/26px ${SERIF};color:${LIGHT.ink}">${linked(block.quote)}${from}</blockquote>`;
  }
  return `<p class="m-ink" style="margin:0 0 16px;font:600 28px/36px ${MONO};letter-spacing:0.12em;color:${LIGHT.ink}">${escapeHtml(block.code)}</p>`;
}

function buttonHtml({ label, url }: { label: string; url: string }): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 4px"><tr><td class="m-button" style="background:${LIGHT.accent};border-radius:6px">
<a href="${escapeHtml(safeUrl(url))}" style="display:inline-block;padding:12px 20px;font:600 16px/22px ${SANS};color:#ffffff;text-decoration:none">${escapeHtml(label)}</a>
</td></tr></table>`;
}

const small = (html: string) =>
  `<p class="m-quiet" style="margin:0 0 8px;font:400 13px/20px ${SANS};color:${LIGHT.quiet}">${html}</p>`;

function renderText({ paragraphs, button, footer, sender, unsubscribe }: MailContent): string {
  const parts = [
    ...(sender ? [sender] : []),
    ...paragraphs.map(blockText),
    ...(button ? [`${button.label}:\n${safeUrl(button.url)}`] : []),
    ['-- ', ...[footer].flat(), ...(unsubscribe ? [`${unsubscribe}: ${UNSUBSCRIBE_URL}`] : [])].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  if (typeof block === 'string') return block;
  if ('heading' in block) return block.heading;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  if ('quote' in block)
    return [...block.quote.split('\n'), ...(block.from ? [`(${block.from})`] : [])]
      .map((line) => `> ${line}`)
      .join('\n');
  return block.code;
}

// A trailing full stop or bracket belongs to the sentence, not to the address.
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

function linked(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = escapeHtml(match[0]);
    html += `${escapeHtml(text.slice(end, match.index))}<a class="m-link" href="${url}" style="color:${LIGHT.link}">${url}</a>`;
    end = match.index + match[0].length;
  }
  return (html + escapeHtml(text.slice(end))).replaceAll('\n', '<br>');
}

function safeUrl(url: string): string {
  if (url === UNSUBSCRIBE_URL) return url;
  if (!/^(?:https?:|mailto:)/i.test(url) || !URL.canParse(url))
    throw new TypeError(`"${url}" is no address for a mail.`);
  return url;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML and its attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** Puts the reader's own address to unsubscribe into a body, at its end when the body has no place for it. */
export function withUnsubscribeLink(
  { html, text }: { html: string | null; text: string },
  url: string,
): { html: string | null; text: string } {
  const end = `<p style="margin:24px 0 0;font:400 13px/20px ${SANS};color:${LIGHT.quiet}"><a href="${UNSUBSCRIBE_URL}" style="color:${LIGHT.quiet}">Unsubscribe</a></p>`;
  return {
    html: html === null ? null : placed(html, end).replaceAll(UNSUBSCRIBE_URL, escapeHtml(url)),
    text: (text.includes(UNSUBSCRIBE_URL)
      ? text
      : `${text.trimEnd()}\n\nUnsubscribe: ${UNSUBSCRIBE_URL}\n`
    ).replaceAll(UNSUBSCRIBE_URL, url),
  };
}

function placed(html: string, end: string): string {
  if (html.includes(UNSUBSCRIBE_URL)) return html;
  const body = html.toLowerCase().lastIndexOf('</body>');
  return body < 0 ? html + end : html.slice(0, body) + end + html.slice(body);
}
