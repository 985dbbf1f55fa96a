import { useQuery } from '@tanstack/react-query';
import { CornerDownLeft } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StandIn } from '../../ui/chip.tsx';

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  onAsk: (content: string) => void;
  busy: boolean;
  /** Not the one filled button of the page while something waits for a yes. */
  quiet: boolean;
}

/** Where one asks: `↵` asks, `⇧↵` begins a line. */
export function Composer({ field, onAsk, busy, quiet }: ComposerProps) {
  const { can } = useWorkspace();
  const [text, setText] = useState('');
  const standIns = useQuery({ ...read('/api/v1/stand-ins'), enabled: can('standins.read') });
  const model = standIns.data?.data.find(({ id }) => id === 'ai');
  const may = can('conversations.write');
  const ask = () => {
    if (!text.trim() || busy || !may) return;
    onAsk(text.trim());
    setText('');
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        ask();
      }}
      className="rounded-3 border border-line-control bg-raised px-3.5 py-2.5 focus-within:border-accent"
    >
      <label htmlFor="ask" className="sr-only">
        Ask about your data, or say what to do
      </label>
      <textarea
        id="ask"
        ref={field}
        rows={1}
        maxLength={2000}
        value={text}
        disabled={!may}
        placeholder="Ask about your data, or say what to do"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          ask();
        }}
        className="field-sizing-content max-h-48 w-full resize-none bg-transparent text-md outline-none placeholder:text-ink-3"
      />
      <div className="mt-1.5 flex items-center justify-between gap-3">
        {!model || model.state === 'stand-in' ? (
          <StandIn>
            <span>
              built-in composer<span className="max-phone:hidden">, no model configured</span>
            </span>
          </StandIn>
        ) : (
          <span className="text-ink-3 text-xs">A model reads the question; the data answers.</span>
        )}
        <Button
          type="submit"
          size="sm"
          look={quiet ? 'secondary' : 'primary'}
          busy={busy && 'Counting'}
          blocked={!may && 'Your role may read and not ask'}
        >
          Ask <CornerDownLeft />
        </Button>
      </div>
    </form>
  );
}
