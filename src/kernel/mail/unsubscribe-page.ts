import { z } from 'zod';
import { type App, publicPage } from '#kernel/http';
import { escapeHtml } from './template.ts';
import { findUnsubscribeOffer, type UnsubscribeOffer, unsubscribe } from './unsubscribe.ts';

const Params = z.object({ token: z.string().max(200) });

/**
 * `/u/<token>`: looking at it does nothing, because scanners and previews look at every link; the button, or a mail
 * program's one-click request (RFC 8058), ends the mails at once. Neither asks for a sign-in, a cookie or a script.
 */
export function unsubscribePages(app: App): void {
  // A scope of its own: any body is right here, and none of it is needed.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, _body, done) =>
      done(null, undefined),
    );
    const within = Object.assign(scope, { platform: app.platform }) as unknown as App;
    publicPage(within, { url: '/u/:token', params: Params }, async ({ platform, params, reply }) => {
      const offer = await findUnsubscribeOffer(platform, params.token);
      return send(
        reply,
        offer ? (offer.done ? donePage(offer) : askPage(offer)) : unknownPage(),
        offer ? 200 : 404,
      );
    });
    publicPage(
      within,
      { method: 'POST', url: '/u/:token', params: Params },
      async ({ platform, params, reply }) => {
        const offer = await unsubscribe(platform, params.token);
        return send(reply, offer ? donePage(offer) : unknownPage(), offer ? 200 : 404);
      },
    );
  });
}

interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  type(mediaType: string): Reply;
  send(body: string): unknown;
}

const send = (reply: Reply, html: string, status: number) =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(html);

const WHAT = {
  marketing: 'news and tips',
  outreach: 'mails',
  transactional: 'mails',
};

const askPage = ({ workspaceName, stream, address }: UnsubscribeOffer) =>
  page(
    'Stop these mails?',
    `<p>${escapeHtml(address)} gets ${WHAT[stream]} from ${escapeHtml(workspaceName)}. One press ends that, at once.</p>
<form method="post"><button type="submit">Unsubscribe</button></form>
<p class="quiet">${stream === 'marketing' ? 'Mails about something you asked for or bought still come.' : 'Nothing else is needed, and nobody asks why.'}</p>`,
  );

const donePage = ({ workspaceName, stream, address }: UnsubscribeOffer) =>
  page(
    'You are unsubscribed',
    `<p>${escapeHtml(address)} gets no more ${WHAT[stream]} from ${escapeHtml(workspaceName)}.</p>
<p class="quiet">${stream === 'marketing' ? 'Mails about something you asked for or bought still come.' : 'There is nothing more to do.'}</p>`,
  );

const unknownPage = () =>
  page(
    'This link leads nowhere',
    '<p>It may have been cut off on its way. Open the newest mail and use the link at its end, or answer that mail and say stop.</p>',
  );

// The page's values of tokens.css; it stands alone, so that it works when nothing else does.
const STYLE = `:root{color-scheme:light dark;--page:#fcfbf7;--sheet:#fffefd;--ink:#1e1814;--quiet:#544f49;--line:#dddbd5;--accent:#145067;--focus:#2e7fb8}
@media (prefers-color-scheme:dark){:root{--page:#151311;--sheet:#1d1b18;--ink:#e2ddd7;--quiet:#aba7a1;--line:#32302c;--accent:#28718b;--focus:#7fb8e6}}
body{margin:0;background:var(--page);color:var(--ink);font:400 1.0625rem/1.6 "IBM Plex Sans Variable",system-ui,sans-serif}
main{max-width:32rem;margin:12vh auto 0;padding:2rem 1.75rem;background:var(--sheet);border:1px solid var(--line);border-radius:8px}
h1{margin:0 0 .75rem;font:500 1.75rem/1.2 "Newsreader Variable",Georgia,serif}
p{margin:0 0 1rem}.quiet{color:var(--quiet);font-size:.875rem;margin:1.25rem 0 0}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:6px;background:var(--accent);color:#fff;font:600 1rem/1.5 inherit;font-family:inherit;cursor:pointer}
button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@media (max-width:34rem){main{margin:0;border:0;border-radius:0;min-height:100vh;box-sizing:border-box}}`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
