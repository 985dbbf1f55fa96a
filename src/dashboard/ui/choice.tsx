import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import {
  Checkbox as RadixCheckbox,
  RadioGroup as RadixRadio,
  Switch as RadixSwitch,
  ToggleGroup,
} from 'radix-ui';
import { type ReactNode, useId } from 'react';

interface CheckboxProps {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean, shift: boolean) => void;
  label: ReactNode;
  hideLabel?: boolean;
  note?: ReactNode;
  disabled?: boolean;
  name?: string;
}

/** A box with its words. `shift` tells whether the shift key was held, for ranges. */
export function Checkbox({ checked, onChange, label, hideLabel, note, disabled, name }: CheckboxProps) {
  const id = useId();
  let shift = false;
  return (
    <span className="inline-flex items-start gap-2.5 align-middle">
      <RadixCheckbox.Root
        id={id}
        checked={checked}
        disabled={disabled ?? false}
        {...(name ? { name } : {})}
        {...(hideLabel && typeof label === 'string' ? { 'aria-label': label } : {})}
        onClick={(event) => {
          shift = event.shiftKey;
        }}
        onCheckedChange={(next) => onChange(next === true, shift)}
        className={clsx(
          "relative flex size-4 shrink-0 items-center justify-center rounded-1 border border-line-control bg-raised after:absolute after:-inset-1.5 after:content-['']",
          'pointer-coarse:size-5.5 data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent',
          !hideLabel && 'mt-0.5',
        )}
      >
        <RadixCheckbox.Indicator className="text-on-accent">
          {checked === 'indeterminate' ? (
            <Minus className="size-3 stroke-[2.5]" />
          ) : (
            <Check className="size-3 stroke-[2.5]" />
          )}
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      {hideLabel ? null : (
        <label htmlFor={id} className="cursor-pointer">
          {label}
          {note ? <span className="block text-ink-3 text-xs">{note}</span> : null}
        </label>
      )}
    </span>
  );
}

interface Option<T extends string> {
  value: T;
  label: ReactNode;
  note?: ReactNode;
  icon?: ReactNode;
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: Option<T>[];
}

/** One of a few, all in sight, each with room for a note. */
export function RadioList<T extends string>({ label, value, onChange, options }: ChoiceProps<T>) {
  const id = useId();
  return (
    <RadixRadio.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      aria-label={label}
      className="flex flex-col gap-2.5"
    >
      {options.map((option) => (
        <span key={option.value} className="flex items-start gap-2.5">
          <RadixRadio.Item
            id={`${id}-${option.value}`}
            value={option.value}
            className="relative mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-control bg-raised after:absolute after:-inset-1.5 after:content-[''] data-[state=checked]:border-[5px] data-[state=checked]:border-accent pointer-coarse:size-5.5"
          />
          <label htmlFor={`${id}-${option.value}`} className="cursor-pointer">
            {option.label}
            {option.note ? <span className="block text-ink-3 text-xs">{option.note}</span> : null}
          </label>
        </span>
      ))}
    </RadixRadio.Root>
  );
}

/** On or off, at once. */
export function Switch({
  label,
  checked,
  onChange,
  note,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  note?: ReactNode;
}) {
  const id = useId();
  return (
    <span className="flex items-start justify-between gap-4">
      <label htmlFor={id} className="cursor-pointer">
        {label}
        {note ? <span className="block text-ink-3 text-xs">{note}</span> : null}
      </label>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="relative h-5 w-9 shrink-0 rounded-full border border-line-control bg-press transition-colors duration-(--fast) data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-ink-2 transition-transform duration-(--fast) data-[state=checked]:translate-x-[1.1rem] data-[state=checked]:bg-on-accent" />
      </RadixSwitch.Root>
    </span>
  );
}

/** Two to four views of one thing, side by side. */
export function Segmented<T extends string>({ label, value, onChange, options }: ChoiceProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      onValueChange={(next) => {
        if (next) onChange(next as T);
      }}
      aria-label={label}
      className="inline-flex h-control shrink-0 items-stretch rounded-2 border border-line-strong bg-canvas p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="inline-flex items-center gap-1.5 whitespace-nowrap rounded-1 px-2.5 text-ink-2 hover:text-ink data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-1 [&_.lucide]:size-3.5"
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
