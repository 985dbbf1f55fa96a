import { Plus, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../shell/keyboard.ts';
import { Button } from './button.tsx';
import { Checkbox } from './choice.tsx';
import { Input } from './field.tsx';
import { Kbd } from './kbd.tsx';
import { Menu, Popover } from './popover.tsx';

export interface FilterKind {
  id: string;
  label: string;
  /** "is", "came from", "at least". */
  verb?: string;
  /** What may be chosen; several mean "or". */
  options: { value: string; label: string }[];
}

export type Filters = Record<string, string[]>;

interface FilterBarProps {
  kinds: FilterKind[];
  filters: Filters;
  onChange: (filters: Filters) => void;
  find?: { value: string; onChange: (text: string) => void; label?: string };
  aside?: ReactNode;
}

/** Filters that read as sentences: "Stage is Hand raised, Video watched". `/` goes to the field, `F` adds a filter. */
export function FilterBar({ kinds, filters, onChange, find, aside }: FilterBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const set = (id: string, values: string[]) => {
    const { [id]: _, ...rest } = filters;
    onChange(values.length > 0 ? { ...rest, [id]: values } : rest);
  };
  const unused = kinds.filter((kind) => !filters[kind.id]?.length);
  useKeys(
    find
      ? [{ key: '/', label: 'Find in this view', group: 'This list', run: () => field.current?.focus() }]
      : [],
  );
  return (
    <div className="flex min-h-10.5 flex-wrap items-center gap-1.5 px-5 pt-1.5 max-phone:px-4">
      {kinds
        .filter((kind) => filters[kind.id]?.length)
        .map((kind) => (
          <FilterSentence
            key={kind.id}
            kind={kind}
            values={filters[kind.id] ?? []}
            onChange={(values) => set(kind.id, values)}
          />
        ))}
      {unused.length > 0 ? (
        <Menu
          label="Add a filter"
          align="start"
          trigger={
            <Button look="quiet" size="sm" icon={<Plus />}>
              Filter
            </Button>
          }
          groups={unused.map((kind) => ({
            title: kind.label,
            items: kind.options.map((option) => ({
              label: option.label,
              onChoose: () => set(kind.id, [option.value]),
            })),
          }))}
        />
      ) : null}
      <div className="ml-auto flex items-center gap-1.5">
        {aside}
        {find ? (
          <Input
            ref={field}
            type="search"
            height="sm"
            aria-label={find.label ?? 'Find in this view'}
            placeholder={find.label ?? 'Find in this view'}
            value={find.value}
            onChange={(event) => find.onChange(event.target.value)}
            lead={<Search className="size-3.5" aria-hidden />}
            trail={find.value ? null : <Kbd keys="/" className="mr-1 max-phone:hidden" />}
            className="w-48"
          />
        ) : null}
      </div>
    </div>
  );
}

function FilterSentence({
  kind,
  values,
  onChange,
}: {
  kind: FilterKind;
  values: string[];
  onChange: (values: string[]) => void;
}) {
  const words = values
    .map((value) => kind.options.find((option) => option.value === value)?.label ?? value)
    .join(', ');
  return (
    <span className="inline-flex h-control-sm items-stretch overflow-hidden rounded-2 border border-line-strong bg-raised text-xs">
      <Popover
        label={`Change the filter ${kind.label}`}
        className="w-60 p-3"
        trigger={
          <button type="button" className="inline-flex items-stretch outline-offset-[-2px] hover:bg-hover">
            <span className="flex items-center border-line border-r px-2 text-ink-2">{kind.label}</span>
            <span className="flex items-center border-line border-r px-2 text-ink-3">
              {kind.verb ?? 'is'}
            </span>
            <span className="flex max-w-64 items-center truncate px-2 font-medium">{words}</span>
          </button>
        }
      >
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2 font-medium text-ink-3 text-xs">
            {kind.label} {kind.verb ?? 'is'} one of
          </legend>
          {kind.options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={values.includes(option.value)}
              onChange={(on) =>
                onChange(on ? [...values, option.value] : values.filter((value) => value !== option.value))
              }
            />
          ))}
        </fieldset>
      </Popover>
      <button
        type="button"
        aria-label={`Remove the filter ${kind.label} ${words}`}
        onClick={() => onChange([])}
        className="flex w-6 items-center justify-center border-line border-l text-ink-2 outline-offset-[-2px] hover:bg-hover"
      >
        <X className="size-3.5" />
      </button>
    </span>
  );
}
