import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { send } from '../api/client.ts';
import { keyOf } from '../api/queries.ts';
import type { SearchHit } from '../api/shapes.ts';
import { Chip } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { announce } from './announce.tsx';
import { onOpen } from './openers.ts';
import { iconOfKind, type PaletteItem, usePaletteItems } from './palette-items.tsx';
import { currentVerbs, type VerbGroup } from './verbs.ts';
import { useWorkspace } from './workspace.ts';

/** One field, three groups: with what is selected or open, go to, found in your data. */
export function CommandPalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => onOpen('palette', () => setOpen(true)), []);
  return (
    <Command.Dialog
      open={open}
      onOpenChange={setOpen}
      label="Search or do"
      className="flex min-h-0 flex-1 flex-col"
      shouldFilter={false}
      loop
      overlayClassName="fixed inset-0 z-(--z-palette) bg-scrim"
      contentClassName="rise fixed inset-x-0 top-0 z-(--z-palette) mx-auto flex max-h-full w-full max-w-160 flex-col overflow-hidden border border-line-strong bg-raised shadow-3 max-phone:h-dvh phone:top-[12.5dvh] phone:max-h-[min(29rem,75dvh)] phone:rounded-4"
    >
      {open ? <PaletteBody close={() => setOpen(false)} /> : null}
    </Command.Dialog>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [groups] = useState<VerbGroup[]>(currentVerbs);
  const [onlyVerbs, setOnlyVerbs] = useState(false);
  const find = text.replace(/^\?\s*/, '').trim();
  const items = usePaletteItems();
  const found = useSearch(onlyVerbs ? '' : find);
  const offered = matching(items, find, onlyVerbs);
  const withThis = groups
    .map((group) => ({
      ...group,
      verbs: group.verbs.filter((verb) => fits(`${verb.label} ${verb.words ?? ''}`, find)),
    }))
    .filter((group) => group.verbs.length > 0);
  const run = (act: () => void) => () => {
    close();
    act();
  };
  const nothing = withThis.length === 0 && offered.length === 0 && found.hits.length === 0 && !found.looking;
  useEffect(() => {
    if (find) announce(nothing ? `Nothing for ${find}` : `${offered.length + found.hits.length} found`);
  }, [find, nothing, offered.length, found.hits.length]);
  const ordered = inGroups(offered, find);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Tab narrows the list to actions, as the foot says.
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Tab' || event.shiftKey) return;
        event.preventDefault();
        setOnlyVerbs(!onlyVerbs);
      }}
    >
      <div className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-4">
        <Search className="text-ink-2" aria-hidden />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Search or do…"
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        {onlyVerbs ? <Chip>only actions</Chip> : null}
        {groups[0]?.chip ? <Chip>{groups[0].chip}</Chip> : null}
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2">
        {withThis.map((group) => (
          <Group key={group.title} title={group.title}>
            {group.verbs.map((verb) => (
              <Item
                key={verb.id}
                id={`with-${verb.id}`}
                icon={verb.icon}
                label={verb.label}
                find={find}
                note={verb.note}
                keys={verb.keys}
                onSelect={run(verb.run)}
              />
            ))}
          </Group>
        ))}
        {ordered.map(([title, offer]) => (
          <Group key={title} title={title}>
            {offer.map((item) => (
              <Item key={item.id} {...item} find={find} onSelect={run(item.run)} />
            ))}
          </Group>
        ))}
        {found.hits.length > 0 ? (
          <Group title="Found in your data">
            {found.hits.map((hit) => (
              <Item
                key={`${hit.kind}-${hit.id}`}
                id={`hit-${hit.kind}-${hit.id}`}
                icon={iconOfKind(hit.kind)}
                label={hit.title}
                find={find}
                note={hit.note ?? undefined}
                onSelect={run(() => void navigate({ href: hit.href }))}
              />
            ))}
          </Group>
        ) : null}
        {nothing ? <p className="px-3 py-5 text-ink-2">Nothing for “{find}”.</p> : null}
      </Command.List>
      <div className="flex h-9 shrink-0 items-center gap-4 border-line border-t bg-canvas px-4 text-ink-2 text-xs max-phone:hidden">
        <span>
          <Kbd keys="↑ ↓" /> choose
        </span>
        <span>
          <Kbd keys="⇥" /> only actions
        </span>
        <span>
          <Kbd keys="↵" /> open
        </span>
        {text.startsWith('?') ? (
          <button type="button" className="ml-auto" onClick={run(() => void navigate({ to: paths.ask }))}>
            Ask the CEO
          </button>
        ) : null}
      </div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-3 [&>[cmdk-group-heading]]:pb-1.5 [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-2 [&>[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  id: string;
  icon?: ReactNode;
  label: string;
  find: string;
  note?: string | undefined;
  keys?: string | undefined;
  onSelect: () => void;
}

function Item({ id, icon, label, find, note, keys, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className="group flex h-9.5 cursor-pointer select-none items-center gap-2.5 rounded-2 px-2.5 data-[selected=true]:bg-press"
    >
      <span className="flex size-4 items-center justify-center text-ink-2">{icon}</span>
      <span className="min-w-0 flex-1 truncate">
        <Hit text={label} find={find} />
      </span>
      {note ? <span className="max-w-[45%] truncate text-ink-2 text-xs">{note}</span> : null}
      {keys ? <Kbd keys={keys} /> : null}
      <span className="hidden group-data-[selected=true]:inline">
        <Kbd keys="↵" />
      </span>
    </Command.Item>
  );
}

/** The words that were found, in bold. */
function Hit({ text, find }: { text: string; find: string }) {
  const at = find ? text.toLowerCase().indexOf(find.toLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <strong>{text.slice(at, at + find.length)}</strong>
      {text.slice(at + find.length)}
    </>
  );
}

function fits(text: string, find: string): boolean {
  const low = text.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

function matching(items: PaletteItem[], find: string, onlyVerbs: boolean): PaletteItem[] {
  const starts = (item: PaletteItem) => (item.label.toLowerCase().startsWith(find.toLowerCase()) ? 0 : 1);
  return items
    .filter((item) => (!onlyVerbs || item.kind === 'verb') && fits(`${item.label} ${item.words ?? ''}`, find))
    .sort((a, b) => (find ? starts(a) - starts(b) : 0))
    .slice(0, find ? 12 : 40);
}

/** Actions before places, unless only a place begins with what was typed. */
function inGroups(items: PaletteItem[], find: string): [string, PaletteItem[]][] {
  const verbs = items.filter((item) => item.kind === 'verb');
  const places = items.filter((item) => item.kind === 'place');
  const begins = (list: PaletteItem[]) =>
    list.some((item) => item.label.toLowerCase().startsWith(find.toLowerCase()));
  const groups: [string, PaletteItem[]][] = [
    ['Do', verbs],
    ['Go to', places],
  ];
  if (find && begins(places) && !begins(verbs)) groups.reverse();
  return groups.filter(([, list]) => list.length > 0);
}

function useSearch(find: string): { hits: SearchHit[]; looking: boolean } {
  const text = useDeferredValue(find);
  const answer = useQuery({
    queryKey: keyOf('/api/v1/search', { q: text }),
    queryFn: ({ signal }) =>
      send<{ data: SearchHit[] }>('GET', '/api/v1/search', { query: { q: text, limit: 8 }, signal }),
    enabled: text.length >= 2,
    retry: false,
    staleTime: 10_000,
  });
  return { hits: text.length >= 2 ? (answer.data?.data ?? []) : [], looking: answer.isFetching };
}
