import { PublicDocument } from './document.tsx';
import { renderPage } from './render.ts';

/**
 * The page of a refusal, for people: what happened, and a way on. Same shell as every public page.
 * @param detail a whole sentence, safe to show
 */
export function renderRefusal(status: number, title: string, detail: string): string {
  return renderPage(
    <PublicDocument
      lang="en"
      title={title}
      description={detail}
      canonical="/"
      siteName="PlaybookOS"
      kind="website"
      noIndex
    >
      <main className="page" id="content">
        <p className="step-meta">{status}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <a href="/">Go to the start</a>
        </p>
      </main>
    </PublicDocument>,
  );
}
