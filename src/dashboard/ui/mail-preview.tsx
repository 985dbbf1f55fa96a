import { clsx } from 'clsx';
import { Monitor, Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Segmented } from './choice.tsx';

interface MailPreviewProps {
  from: ReactNode;
  to: ReactNode;
  subject: ReactNode;
  preheader?: string;
  /** The HTML as the API gives it, sanitised and a whole document. It is shown in a frame that can run nothing and load nothing. */
  html?: string | undefined;
  text: string;
  aside?: ReactNode;
}

/** A mail as the person gets it: from, subject, body; phone width; the text part. */
export function MailPreview({ from, to, subject, preheader, html, text, aside }: MailPreviewProps) {
  const [part, setPart] = useState<'desk' | 'phone' | 'text'>(html ? 'desk' : 'text');
  return (
    <article className="flex min-h-0 flex-1 flex-col rounded-3 border border-line bg-raised">
      <header className="border-line border-b px-4 py-3">
        <div className="flex items-start justify-between gap-3">
          <h2 className="font-strong text-lg">{subject}</h2>
          {html ? (
            <Segmented
              label="Which part"
              value={part}
              onChange={setPart}
              options={[
                { value: 'desk', label: 'Mail', icon: <Monitor aria-hidden /> },
                { value: 'phone', label: 'Phone', icon: <Smartphone aria-hidden /> },
                { value: 'text', label: 'Text' },
              ]}
            />
          ) : null}
        </div>
        {preheader ? <p className="text-ink-3">{preheader}</p> : null}
        <p className="mt-1 text-ink-2 text-xs">
          {from} to {to} {aside}
        </p>
      </header>
      {part === 'text' || !html ? (
        <pre className="whitespace-pre-wrap p-4 font-sans text-md">{text}</pre>
      ) : (
        <iframe
          title="The mail"
          // No scripts, no forms, no same-origin. Links open outside, so that a confirmation can be tried.
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html}
          className={clsx(
            // Mails are written for white paper, whatever the theme around them.
            'min-h-120 flex-1 bg-[white] [color-scheme:light]',
            part === 'phone' ? 'mx-auto w-[23.4rem] border-line border-x' : 'w-full',
          )}
        />
      )}
    </article>
  );
}
