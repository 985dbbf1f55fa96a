import { clsx } from 'clsx';
import { ChevronDown, CircleAlert } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react';

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  label: ReactNode;
  /** Something at the end of the label's line, such as "Forgot it?". */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, control, hint and error, tied together for people who do not see them. */
export function Field({ label, aside, hint, error, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div className={clsx('flex min-w-0 flex-col', className)}>
        <div className={clsx('flex items-baseline justify-between gap-3', !hideLabel && 'mb-1.5')}>
          <label htmlFor={id} className={clsx('font-medium', hideLabel && 'sr-only')}>
            {label}
          </label>
          {aside ? <span className="text-ink-2 text-xs">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p id={errorId} className="mt-1.5 flex gap-1.5 text-bad-ink text-xs">
            <CircleAlert className="mt-0.5 size-3.5" aria-hidden />
            <span>{error}</span>
          </p>
        ) : null}
        {hint ? (
          <p id={hintId} className="mt-1.5 text-ink-3 text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}

const frame = clsx(
  'w-full min-w-0 rounded-2 border border-line-control bg-raised text-ink transition-[border-color] duration-(--fast)',
  'focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-focus focus-visible:outline-offset-0',
  'aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken',
);

function useFieldProps() {
  const field = use(FieldContext);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined };
}

type Height = 'sm' | 'md' | 'lg';
const heights: Record<Height, string> = {
  sm: 'h-control px-2.5 text-xs',
  md: 'h-[max(2.125rem,var(--control))] px-2.5',
  lg: 'h-[max(2.625rem,var(--control-lg))] px-2.5 text-[0.9375rem] pointer-coarse:text-md',
};

interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  height?: Height;
  /** Fixed words or an icon inside the field, before what is typed: `/l/`. */
  lead?: ReactNode;
  /** A small control inside the field, at its end. */
  trail?: ReactNode;
}

/** One line of text. Inside a `Field` it finds its label by itself. */
export function Input({ height = 'md', lead, trail, className, ...rest }: InputProps) {
  const wired = useFieldProps();
  if (!lead && !trail)
    return <input {...wired} {...rest} className={clsx(frame, heights[height], className)} />;
  return (
    <div className={clsx('relative flex items-center', className)}>
      {lead ? <span className="pointer-events-none absolute left-2.5 flex text-ink-3">{lead}</span> : null}
      <input
        {...wired}
        {...rest}
        className={clsx(frame, heights[height], lead && 'pl-8', trail && 'pr-10')}
      />
      {trail ? <span className="absolute right-1.5 flex items-center">{trail}</span> : null}
    </div>
  );
}

/** Several lines; grows with what is typed. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={4}
      {...useFieldProps()}
      {...rest}
      className={clsx(frame, 'field-sizing-content min-h-20 px-2.5 py-2', className)}
    />
  );
}

/** The browser's own select: right on a phone, right with a keyboard. */
export function Select({
  className,
  height = 'md',
  children,
  ...rest
}: ComponentProps<'select'> & { height?: Height }) {
  return (
    <div className={clsx('relative flex items-center', className)}>
      <select {...useFieldProps()} {...rest} className={clsx(frame, heights[height], 'appearance-none pr-8')}>
        {children}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2.5 text-ink-3" aria-hidden />
    </div>
  );
}
