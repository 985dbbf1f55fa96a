import { clsx } from 'clsx';
import { Minus, Plus } from 'lucide-react';
import { IconButton, TextButton } from '../../../ui/button.tsx';
import type { Blank } from '../shapes.ts';
import { useDesk } from './desk.ts';

type SetBlank = (change: object, key?: string) => void;
type Of<Kind extends Blank['kind']> = Extract<Blank, { kind: Kind }>;

/** What the reader will see under the question. */
export function BlankBody({ blank, set }: { blank: Blank; set: SetBlank }) {
  if (blank.kind === 'choice') return <Choices blank={blank} set={set} />;
  if (blank.kind === 'table') return <Table blank={blank} set={set} />;
  if (blank.kind === 'number')
    return (
      <div className="mt-1.5 mb-1 flex items-center gap-2">
        <span className="h-7 w-24 rounded-2 border border-line-strong border-dashed" />
        <PlainInput
          label="Unit"
          value={blank.unit ?? ''}
          placeholder="unit"
          className="w-28 text-ink-2"
          onChange={(unit) => set({ unit }, 'unit')}
        />
      </div>
    );
  return (
    <div
      className={clsx(
        'mt-1.5 mb-1 rounded-2 border border-line-strong border-dashed',
        blank.kind === 'long' ? 'h-14' : 'h-7',
      )}
    />
  );
}

function Choices({ blank, set }: { blank: Of<'choice'>; set: SetBlank }) {
  const { writable } = useDesk();
  const { options, several } = blank;
  return (
    <>
      <ul className="mt-1.5">
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: choices have no identity besides their place.
          <li key={at} className="flex items-center gap-2">
            <span
              className={clsx('size-3.5 border border-line-control', several ? 'rounded-1' : 'rounded-full')}
              aria-hidden
            />
            <PlainInput
              label={`Choice ${at + 1}`}
              value={option}
              placeholder="A choice"
              className="flex-1"
              onChange={(value) => set({ options: options.with(at, value) }, `option ${at}`)}
            />
            {writable && options.length > 2 ? (
              <IconButton
                label={`Remove choice ${at + 1}`}
                size="sm"
                onClick={() => set({ options: options.toSpliced(at, 1) })}
              >
                <Minus />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? (
        <p className="flex gap-3 pt-1 text-xs">
          {options.length < 20 ? (
            <TextButton onClick={() => set({ options: [...options, `Choice ${options.length + 1}`] })}>
              Add a choice
            </TextButton>
          ) : null}
          <TextButton onClick={() => set({ several: !several })}>
            {several ? 'Allow one only' : 'Allow several'}
          </TextButton>
        </p>
      ) : null}
    </>
  );
}

function Table({ blank, set }: { blank: Of<'table'>; set: SetBlank }) {
  const { writable } = useDesk();
  const { columns, rows } = blank;
  return (
    <>
      <section
        className="-mx-3 mt-1.5 overflow-x-auto border-line border-t"
        aria-label={`Table of ${blank.label || 'this fill-in'}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="w-full border-collapse">
          <thead>
            <tr>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity besides their place.
                <th key={at} scope="col" className="border-line border-b px-3 py-1 text-left font-regular">
                  <span className="flex items-center">
                    <PlainInput
                      label={`Column ${at + 1}`}
                      value={column}
                      placeholder="Column"
                      className="w-full text-ink-2"
                      onChange={(value) => set({ columns: columns.with(at, value) }, `column ${at}`)}
                    />
                    {writable && columns.length > 1 ? (
                      <IconButton
                        label={`Remove column ${at + 1}`}
                        size="sm"
                        className="opacity-0 focus:opacity-100 pointer-coarse:opacity-100 [th:hover_&]:opacity-100"
                        onClick={() => set({ columns: columns.toSpliced(at, 1) })}
                      >
                        <Minus />
                      </IconButton>
                    ) : null}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="border-line border-b">
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity besides their place.
                <td key={at} className="h-8 px-3 text-ink-3">
                  {at === 0 ? 'Your line' : column ? '–' : ''}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <p className="-mx-3 -mb-2 flex flex-wrap items-center gap-x-4 px-3 py-1 text-ink-2 text-xs">
        {writable ? (
          <IconButton
            label="One line fewer"
            size="sm"
            onClick={() => set({ rows: Math.max(1, rows - 1) })}
            className="-mr-3 -ml-2"
          >
            <Minus />
          </IconButton>
        ) : null}
        <span className="figures">{rows === 1 ? '1 line' : `${rows} lines`}</span>
        {writable ? (
          <>
            <IconButton
              label="One line more"
              size="sm"
              onClick={() => set({ rows: Math.min(50, rows + 1) })}
              className="-ml-3"
            >
              <Plus />
            </IconButton>
            {columns.length < 8 ? (
              <TextButton onClick={() => set({ columns: [...columns, `Column ${columns.length + 1}`] })}>
                Add a column
              </TextButton>
            ) : null}
          </>
        ) : null}
      </p>
    </>
  );
}

interface PlainInputProps {
  label: string;
  value: string;
  placeholder: string;
  className: string;
  id?: string;
  onFocus?: () => void;
  onChange: (value: string) => void;
}

/** A field without a frame: it looks like the words it holds. */
export function PlainInput({ label, value, placeholder, className, onChange, ...rest }: PlainInputProps) {
  const { writable } = useDesk();
  return (
    <input
      {...rest}
      aria-label={label}
      value={value}
      placeholder={writable ? placeholder : ''}
      readOnly={!writable}
      onChange={(event) => onChange(event.target.value)}
      className={clsx(
        'min-w-0 rounded-1 bg-transparent py-0.5 outline-offset-2 placeholder:text-ink-3 hover:bg-hover/60',
        className,
      )}
    />
  );
}
