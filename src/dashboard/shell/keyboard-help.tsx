import { useEffect, useState } from 'react';
import { Switch } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { capsOf, currentShortcuts, lettersOn, setLetters } from './keyboard.ts';
import { onOpen } from './openers.ts';

/** `?`: every key that holds on this page right now. */
export function KeyboardHelp() {
  const [open, setOpen] = useState(false);
  const [letters, setLettersState] = useState(lettersOn);
  useEffect(() => onOpen('help', () => setOpen(true)), []);
  const groups = open
    ? [...Map.groupBy(currentShortcuts(), (shortcut) => shortcut.group)].sort(([a], [b]) => rank(a) - rank(b))
    : [];
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keys on this page" width="max-w-180">
      <div className="gap-8 phone:columns-2">
        {groups.map(([group, shortcuts]) => (
          <section key={group} className="mb-5">
            <h3 className="mb-1 font-medium text-ink-2 text-xs">{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div
                  key={shortcut.key}
                  className="flex min-h-7 break-inside-avoid items-center justify-between gap-3 border-line border-t"
                >
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={capsOf(shortcut.key)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="border-line border-t pt-3">
        <Switch
          label="Single letters act"
          note="Off, only keys with ⌘ or Ctrl act. Kept on this device."
          checked={letters}
          onChange={(on) => {
            setLetters(on);
            setLettersState(on);
          }}
        />
      </div>
    </Dialog>
  );
}

function rank(group: string): number {
  return ['This page', 'This list', 'Waiting for you', 'Everywhere', 'Go to'].indexOf(group);
}
