import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import type { Draft } from './words.ts';

type Line = Draft['contents'][number];

interface ContentsEditorProps {
  lines: Line[];
  onChange: (lines: Line[]) => void;
  readOnly: boolean;
  error: (pointer: string) => string | undefined;
}

/** The list at checkout: a line for each thing, with a few words more under it. */
export function ContentsEditor({ lines, onChange, readOnly, error }: ContentsEditorProps) {
  const put = (at: number, change: Partial<Line>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  const move = (at: number, by: number) => {
    const next = [...lines];
    const [line] = next.splice(at, 1);
    if (line) next.splice(at + by, 0, line);
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-3">
      {lines.length === 0 ? (
        <p className="text-ink-2">Nothing stands here yet. A buyer reads this list before paying.</p>
      ) : null}
      <ol className="flex flex-col gap-3">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own.
          <li key={at} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 phone:grid-cols-2">
              <Field label={`Line ${at + 1}`} hideLabel error={error(`/contents/${at}/text`)}>
                <Input
                  value={line.text}
                  maxLength={200}
                  readOnly={readOnly}
                  placeholder="The whole playbook, six steps"
                  onChange={(event) => put(at, { text: event.target.value })}
                />
              </Field>
              <Field label={`More about line ${at + 1}`} hideLabel error={error(`/contents/${at}/detail`)}>
                <Input
                  value={line.detail}
                  maxLength={1000}
                  readOnly={readOnly}
                  placeholder="In a few words more, or nothing"
                  onChange={(event) => put(at, { detail: event.target.value })}
                />
              </Field>
            </div>
            {readOnly ? null : (
              <span className="flex shrink-0 gap-2">
                <IconButton
                  label={`Move line ${at + 1} up`}
                  aria-disabled={at === 0}
                  onClick={() => at > 0 && move(at, -1)}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  label={`Move line ${at + 1} down`}
                  aria-disabled={at === lines.length - 1}
                  className="max-phone:hidden"
                  onClick={() => at < lines.length - 1 && move(at, 1)}
                >
                  <ArrowDown />
                </IconButton>
                <IconButton
                  label={`Remove line ${at + 1}`}
                  onClick={() => onChange(lines.filter((_, index) => index !== at))}
                >
                  <X />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ol>
      {readOnly || lines.length >= 30 ? null : (
        <div>
          <Button icon={<Plus />} size="sm" onClick={() => onChange([...lines, { text: '', detail: '' }])}>
            Add a line
          </Button>
        </div>
      )}
    </div>
  );
}
