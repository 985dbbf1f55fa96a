import { useEffect, useRef } from 'react';

/**
 * One table of keys for the whole dashboard. A screen declares its keys with `useKeys`; the newest declaration of a
 * key wins, so a screen may reuse a letter, and `?` shows what holds right now. Letters are off inside fields and can
 * be switched off altogether (WCAG 2.1.4).
 */
export interface Shortcut {
  /** 'j', 'shift+x', 'mod+k' (⌘ or Ctrl), 'Escape', 'F8', or a sequence: 'g l'. */
  key: string;
  label: string;
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also works while a field has the focus. Only for keys with a modifier or function keys. */
  inFields?: boolean;
}

const layers: { current: Shortcut[] }[] = [];
const storageKey = 'playbookos.letters';

/** Declares keys while the component is mounted. */
export function useKeys(shortcuts: Shortcut[]): void {
  const layer = useRef(shortcuts);
  layer.current = shortcuts;
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** What holds right now, newest declaration of each key only, for the help sheet. */
export function currentShortcuts(): Shortcut[] {
  const seen = new Map<string, Shortcut>();
  for (const layer of [...layers].reverse())
    for (const shortcut of layer.current) if (!seen.has(shortcut.key)) seen.set(shortcut.key, shortcut);
  return [...seen.values()];
}

/** Whether single letters act. */
export function lettersOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Switches single letters on or off, on this device. */
export function setLetters(on: boolean): void {
  if (on) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
}

let pending: { key: string; until: number } | undefined;

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) ? 'shift+' : '';
  return `${mod}${alt}${shift}${key}`;
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !/^(checkbox|radio|button|submit)$/.test((target as HTMLInputElement).type ?? '')
  );
}

/** Listens; mount once, in the shell. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = nameOf(event);
    const typing = inField(event.target);
    const letter = !/^(mod|alt)\+/.test(name) && event.key.length === 1;
    if (letter && (typing || !lettersOn())) return;
    if (letter && document.querySelector('[data-modal][data-state="open"], [role="menu"][data-state="open"]'))
      return;
    const sequence = pending && pending.until > Date.now() ? `${pending.key} ${name}` : undefined;
    pending = undefined;
    const all = currentShortcuts();
    const hit =
      (sequence && all.find((shortcut) => shortcut.key === sequence)) ||
      all.find((shortcut) => shortcut.key === name);
    if (hit) {
      if (typing && !hit.inFields) return;
      event.preventDefault();
      hit.run(event);
    } else if (letter && all.some((shortcut) => shortcut.key.startsWith(`${name} `))) {
      pending = { key: name, until: Date.now() + 1500 };
    }
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** 'mod+shift+k' → '⌘⇧K', 'g l' → 'G L': what stands on the key caps. */
export function capsOf(key: string): string {
  return key
    .split(' ')
    .map((part) =>
      part
        .replace('mod+', '⌘')
        .replace('alt+', '⌥')
        .replace('shift+', '⇧')
        .replace('Escape', 'Esc')
        .replace('Enter', '↵'),
    )
    .map((part) => part.replace(/[a-z]$/, (letter) => (part.length <= 3 ? letter.toUpperCase() : letter)))
    .join(' ');
}
