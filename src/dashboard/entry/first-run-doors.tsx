import { clsx } from 'clsx';
import { ClipboardPaste, FileUp, Link as LinkIcon, Mic } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useKeys } from '../shell/keyboard.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Textarea } from '../ui/field.tsx';
import { submit } from './sign-in.tsx';
import { useStartSource } from './start-source.ts';

/** What the file door takes. */
export const acceptedFiles = '.txt,.md,.html,.htm,.srt,.vtt,.pdf,.docx';

/** The drop zone and three other doors. What fails says so in its own door and keeps what was typed. */
export function Doors() {
  const [open, setOpen] = useState<'paste' | 'address' | undefined>();
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const start = useStartSource();
  const said = (door: string) => (start.failed?.door === door ? start.failed.text : undefined);
  const paste = async () => {
    setOpen('paste');
    // Reading the clipboard may be refused; then the field is simply empty and in focus.
    const clip = await navigator.clipboard?.readText().catch(() => '');
    if (clip) setText((now) => now || clip);
  };
  useKeys([{ key: 'v', label: 'Paste text', group: 'This page', run: () => void paste() }]);
  return (
    <>
      <DropZone onFiles={start.files} busy={start.busy === 'files'} error={said('files')} />
      <div className="mt-3 grid rounded-4 border border-line-strong bg-raised phone:grid-cols-3 max-phone:divide-y phone:divide-x divide-line">
        <DoorButton
          icon={<ClipboardPaste />}
          title="Paste text"
          open={open === 'paste'}
          onClick={() => setOpen(open === 'paste' ? undefined : 'paste')}
        >
          Notes, a chat, a newsletter issue
        </DoorButton>
        <DoorButton
          icon={<LinkIcon />}
          title="Give an address"
          open={open === 'address'}
          onClick={() => setOpen(open === 'address' ? undefined : 'address')}
        >
          An article or a product page
        </DoorButton>
        <div className="px-4.5 pt-3.5 pb-4 text-ink-2">
          <Mic aria-hidden />
          <p className="mt-2 font-medium">Interview the expert</p>
          <p className="mt-1 text-ink-3 text-xs">By private link; comes with a later version</p>
        </div>
      </div>
      {open === 'paste' ? (
        <form
          onSubmit={submit(() => void start.paste(text).then((went) => went && setText('')))}
          className="rise mt-3"
        >
          <Field
            label="The text"
            error={said('paste')}
            hint="At least a few paragraphs in the expert’s own words. Nothing is rewritten; passages are quoted as they stand."
          >
            <Textarea
              autoFocus
              required
              rows={9}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="max-h-96 font-serif text-quote"
            />
          </Field>
          <Button type="submit" className="mt-3" busy={start.busy === 'paste' && 'Reading'}>
            Use this text
          </Button>
        </form>
      ) : null}
      {open === 'address' ? (
        <form
          onSubmit={submit(() => void start.address(address).then((went) => went && setAddress('')))}
          className="rise mt-3"
        >
          <Field label="Address" error={said('address')}>
            <Input
              autoFocus
              required
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="https://"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Field>
          <Button type="submit" className="mt-3" busy={start.busy === 'address' && 'Fetching'}>
            Read this page
          </Button>
        </form>
      ) : null}
    </>
  );
}

function DropZone({
  onFiles,
  busy,
  error,
}: {
  onFiles: (files: Iterable<File>) => Promise<unknown>;
  busy: boolean;
  error: string | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) void onFiles(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside does the same.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'mt-5 flex items-center justify-between gap-6 rounded-4 border border-dashed px-6 py-4.5 max-phone:flex-col max-phone:items-stretch max-phone:gap-4 max-phone:px-4',
        over ? 'border-accent bg-accent-soft' : 'border-line-control bg-raised',
      )}
    >
      <div>
        <p className="flex items-center gap-2.5 font-medium text-[0.9375rem]">
          <FileUp className="size-5" aria-hidden /> Drop files here
        </p>
        <p className="mt-1 text-ink-2">Text, Markdown, Word, PDF, web page, subtitles. Up to 50 MB each.</p>
        {error ? (
          <p role="alert" className="mt-1.5 text-bad-ink">
            {error}
          </p>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={acceptedFiles}
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void onFiles(files);
        }}
      />
      <Button look="primary" size="lg" busy={busy && 'Uploading'} onClick={() => input.current?.click()}>
        Choose files
      </Button>
    </div>
  );
}

interface DoorButtonProps {
  icon: ReactNode;
  title: string;
  open: boolean;
  onClick: () => void;
  children: ReactNode;
}

function DoorButton({ icon, title, open, onClick, children }: DoorButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onClick}
      className={clsx(
        'flex flex-col items-start px-4.5 pt-3.5 pb-4 text-left outline-offset-[-2px] first:rounded-l-4 hover:bg-hover',
        open && 'bg-hover',
      )}
    >
      {icon}
      <span className="mt-2 block font-medium">{title}</span>
      <span className="mt-1 block text-ink-2 text-xs">{children}</span>
    </button>
  );
}
