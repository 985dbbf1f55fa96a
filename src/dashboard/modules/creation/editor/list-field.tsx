import { X } from 'lucide-react';
import { IconButton } from '../../../ui/button.tsx';
import type { CitedText } from '../shapes.ts';
import { useDesk } from './desk.ts';
import { type ListName, stepOf } from './fields.ts';
import { fieldId, ProseField } from './prose-field.tsx';
import { useStore } from './use-draft.ts';

interface ListFieldProps {
  stepId: string;
  name: ListName;
  items: CitedText[];
  label: string;
  placeholder: string;
  numbered: boolean;
}

/** A list typed in place: ↵ begins the next line, backspace in an empty one takes it away. */
export function ListField({ stepId, name, items, label, placeholder, numbered }: ListFieldProps) {
  const store = useStore();
  const { writable } = useDesk();
  const focusLater = (at: number) =>
    requestAnimationFrame(() =>
      document.getElementById(fieldId({ stepId, field: `${name}/${at}` }))?.focus(),
    );
  const addAfter = (at: number) => {
    store.change((draft) =>
      stepOf(draft, stepId)?.[name].splice(at + 1, 0, { text: '', citations: [], origin: 'written' }),
    );
    focusLater(at + 1);
  };
  const remove = (at: number) => {
    store.change((draft) => stepOf(draft, stepId)?.[name].splice(at, 1));
    if (at > 0) focusLater(at - 1);
  };
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={numbered ? 'mt-1 flex flex-col gap-1' : 'flex flex-col gap-0.5'}>
      {items.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity; the editor of a line follows its words.
        <li key={at} className="group/line flex items-baseline gap-3">
          {numbered ? (
            <span className="figures w-2.5 shrink-0 text-right text-ink-2 text-sm" aria-hidden>
              {at + 1}
            </span>
          ) : (
            <span className="w-2.5 shrink-0 text-center text-ink-3" aria-hidden>
              ·
            </span>
          )}
          <ProseField
            place={{ stepId, field: `${name}/${at}` }}
            label={`${label}, ${at + 1}`}
            placeholder={placeholder}
            className="flex-1 font-serif text-edit"
            onEnter={() => addAfter(at)}
            onEmptyBackspace={() => remove(at)}
          />
          {writable ? (
            <IconButton
              label={`Remove line ${at + 1}`}
              size="sm"
              className="self-start opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100"
              onClick={() => remove(at)}
            >
              <X />
            </IconButton>
          ) : null}
        </li>
      ))}
    </List>
  );
}
