import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { LoaderCircle, Lock } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react';
import { Tooltip } from './tooltip.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'inverse';
export type ButtonSize = 'sm' | 'md' | 'lg' | 'xl';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-hover',
  secondary: 'bg-raised text-ink border-line-strong shadow-1 hover:bg-hover',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-raised text-bad-ink border-line-strong shadow-1 hover:bg-bad-soft',
  inverse: 'border-transparent text-on-inverse hover:bg-on-inverse/12',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-control-sm px-2 text-xs gap-1.5 [&_.lucide]:size-3.5',
  md: 'h-control px-2.5 text-sm gap-1.5',
  lg: 'h-control-lg px-4 text-md gap-2',
  xl: 'h-control-xl px-5 text-lg gap-2',
};

/** The classes of a button, for the rare element that must look like one and is none. */
export function buttonClass(look: ButtonLook = 'secondary', size: ButtonSize = 'md', extra?: string): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-2 border font-medium',
    'transition-colors duration-(--fast)',
    looks[look],
    sizes[size],
    extra,
  );
}

/** The usual size of buttons in a place; the page's bar makes them small. */
export const UsualSize = createContext<ButtonSize>('md');

const blockedClass = 'bg-canvas! text-ink-3! border-line-strong! shadow-none hover:bg-canvas!';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  /** A word for what is going on. Shows the spinner and keeps the button from being pressed twice. */
  busy?: string | false | undefined;
  /** Why it cannot be used now. The button stays readable, takes focus, and tells the reason. */
  blocked?: string | false | undefined;
}

/** One filled (`primary`) button per view; danger is never filled. */
export function Button({
  look,
  size,
  icon,
  busy,
  blocked,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const usual = use(UsualSize);
  const reasonId = useId();
  const off = Boolean(busy || blocked);
  const button = (
    <button
      type={type ?? 'button'}
      {...rest}
      className={buttonClass(look, size ?? usual, clsx(blocked && blockedClass, className))}
      aria-disabled={off || undefined}
      aria-describedby={blocked ? reasonId : rest['aria-describedby']}
      onClick={(event) => {
        if (off) return event.preventDefault();
        onClick?.(event);
      }}
    >
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : blocked ? <Lock aria-hidden /> : icon}
      {busy || children}
      {blocked ? (
        <span id={reasonId} className="sr-only">
          {blocked}
        </span>
      ) : null}
    </button>
  );
  return blocked ? <Tooltip text={blocked}>{button}</Tooltip> : button;
}

type ButtonLinkProps = Omit<LinkProps, 'children' | 'to'> & {
  to: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ look, size, icon, className, children, ...link }: ButtonLinkProps) {
  const usual = use(UsualSize);
  return (
    <Link {...link} className={buttonClass(look, size ?? usual, className)}>
      {icon}
      {children}
    </Link>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does; becomes its name and its tooltip. */
  label: string;
  keys?: string;
  look?: ButtonLook;
  size?: 'sm' | 'md';
  children: ReactNode;
}

/** A square button with an icon. It always has a name. */
export function IconButton({
  label,
  keys,
  look = 'quiet',
  size = 'md',
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={buttonClass(
          look,
          size,
          clsx('px-0!', size === 'sm' ? 'w-control-sm' : 'w-control', className),
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}

/** Words in a sentence that do something small, dotted like everything that opens. */
export function TextButton({ className, type, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type={type ?? 'button'}
      {...rest}
      className={clsx(
        'opens-rows inline-flex min-h-target items-center rounded-1 text-ink-2 hover:text-ink',
        className,
      )}
    />
  );
}
