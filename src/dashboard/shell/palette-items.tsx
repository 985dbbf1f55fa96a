import { useNavigate } from '@tanstack/react-router';
import {
  BookOpenText,
  Building2,
  Copy,
  FileText,
  Link2,
  LogOut,
  Mail,
  Moon,
  OctagonPause,
  PanelLeft,
  Plug,
  Plus,
  Quote,
  Rows3,
  Settings2,
  Stamp,
  Sun,
  SunMoon,
  Undo2,
  UserRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { paths as outside } from '../paths.ts';
import { tell, undoLast } from '../ui/toasts.tsx';
import { toggleFold } from './fold.ts';
import { capsOf } from './keyboard.ts';
import { visibleAreas } from './navigation.ts';
import { openHelp } from './openers.ts';
import { addressInOther } from './other-workspace.ts';
import { useSignOut } from './sign-out.ts';
import { type Density, type Theme, useDensity, useTheme } from './theme.ts';
import { useWorkspace } from './workspace.ts';

export interface PaletteItem {
  id: string;
  kind: 'verb' | 'place';
  label: string;
  icon?: ReactNode;
  note?: string;
  keys?: string;
  words?: string;
  run: () => void;
}

const kinds: Record<string, ReactNode> = {
  lead: <UserRound />,
  playbook: <BookOpenText />,
  step: <BookOpenText />,
  source: <FileText />,
  passage: <Quote />,
  link: <Link2 />,
  expert: <UserRound />,
  thread: <Mail />,
  message: <Mail />,
  setting: <Settings2 />,
};

/** The icon of a thing that search has found. */
export function iconOfKind(kind: string): ReactNode {
  return kinds[kind] ?? <FileText />;
}

/** Everything the palette offers by itself: verbs first, then places. All of it works. */
export function usePaletteItems(): PaletteItem[] {
  const place = useWorkspace();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const go = (to: string) => () => void navigate({ to });
  const { paths, can } = place;

  const makes: PaletteItem[] = [
    { allowed: can('playbooks.write'), label: 'New playbook', to: `${paths.playbooks}?new=1` },
    {
      allowed: can('sources.write'),
      label: 'New source',
      to: `${paths.sources}?new=1`,
      words: 'import paste upload file address url transcript',
    },
    { allowed: can('links.write'), label: 'New link', to: `${paths.links}?new=1`, words: 'shorten address' },
    { allowed: can('tasks.write'), label: 'New task', to: `${paths.tasks}?new=1`, words: 'to do follow up' },
    {
      allowed: can('actions.approve'),
      label: 'Approve next',
      to: paths.approvals,
      words: 'decline decide waiting',
      icon: <Stamp />,
    },
    {
      allowed: can('policy.write'),
      label: 'Stop all actions',
      to: `${paths.settings('policy')}?stop=1`,
      words: 'halt ceo machine',
      icon: <OctagonPause />,
    },
  ]
    .filter((make) => make.allowed)
    .map((make) => ({
      id: `do-${make.label}`,
      kind: 'verb',
      label: make.label,
      icon: make.icon ?? <Plus />,
      ...(make.words ? { words: make.words } : {}),
      run: () => void navigate({ href: make.to }),
    }));

  const themes: [Theme, string, ReactNode][] = [
    ['light', 'Light theme', <Sun key="light" />],
    ['dark', 'Dark theme', <Moon key="dark" />],
    ['system', 'Theme as the system', <SunMoon key="system" />],
  ];
  const densities: [Density, string][] = [
    ['tight', 'Tight rows'],
    ['usual', 'Usual rows'],
    ['roomy', 'Roomy rows'],
  ];

  const verbs: PaletteItem[] = [
    ...makes,
    {
      id: 'do-undo',
      kind: 'verb',
      label: 'Undo last',
      icon: <Undo2 />,
      keys: '⌘Z',
      run: () => void undoLast(),
    },
    {
      id: 'do-copy',
      kind: 'verb',
      label: 'Copy address of this view',
      icon: <Copy />,
      words: 'link url',
      run: () => void navigator.clipboard.writeText(window.location.href).then(() => tell('Address copied.')),
    },
    {
      id: 'do-fold',
      kind: 'verb',
      label: 'Fold or unfold the sidebar',
      icon: <PanelLeft />,
      keys: '[',
      run: toggleFold,
    },
    ...themes
      .filter(([value]) => value !== theme)
      .map(
        ([value, label, icon]): PaletteItem => ({
          id: `do-theme-${value}`,
          kind: 'verb',
          label,
          icon,
          words: 'switch theme',
          run: () => setTheme(value),
        }),
      ),
    ...densities
      .filter(([value]) => value !== density)
      .map(
        ([value, label]): PaletteItem => ({
          id: `do-density-${value}`,
          kind: 'verb',
          label,
          icon: <Rows3 />,
          words: 'switch density',
          run: () => setDensity(value),
        }),
      ),
    {
      id: 'do-help',
      kind: 'verb',
      label: 'All keys on this page',
      icon: <Settings2 />,
      keys: '?',
      words: 'keyboard shortcuts help',
      run: openHelp,
    },
    { id: 'do-sign-out', kind: 'verb', label: 'Sign out', icon: <LogOut />, run: signOut },
    ...place.me.workspaces
      .filter((other) => other.slug !== place.workspace.slug)
      .map(
        (other): PaletteItem => ({
          id: `do-switch-${other.slug}`,
          kind: 'verb',
          label: `Switch to ${other.name}`,
          icon: <Building2 />,
          words: 'workspace',
          run: go(addressInOther(window.location.pathname, place.workspace.slug, other.slug)),
        }),
      ),
    {
      id: 'do-new-workspace',
      kind: 'verb',
      label: 'New workspace',
      icon: <Plus />,
      run: go(outside.newWorkspace),
    },
  ];

  const places: PaletteItem[] = visibleAreas(place).flatMap((area): PaletteItem[] => {
    const icon = <area.icon key={area.id} />;
    const under = area.under.filter((item) => item.to !== area.to || item.label !== area.label);
    return [
      {
        id: `go-${area.id}`,
        kind: 'place',
        label: area.label,
        icon,
        ...(area.keys ? { keys: capsOf(`g ${area.keys}`) } : {}),
        run: go(area.to),
      },
      ...under.map(
        (item): PaletteItem => ({
          id: `go-${area.id}-${item.id}`,
          kind: 'place',
          label: item.label,
          icon,
          note: area.label,
          ...(item.keys ? { keys: capsOf(`g ${item.keys}`) } : {}),
          run: go(item.to),
        }),
      ),
    ];
  });
  if (can('standins.read'))
    places.push(
      { id: 'go-stand-ins', kind: 'place', label: 'Stand-ins', icon: <Plug />, run: go(paths.standIns) },
      {
        id: 'go-mail',
        kind: 'place',
        label: 'Mail catcher',
        icon: <Mail />,
        words: 'stand-in mail',
        run: go(paths.mailCatcher),
      },
    );
  if (can('members.read'))
    places.push({
      id: 'go-members',
      kind: 'place',
      label: 'Settings, members',
      icon: <Settings2 />,
      words: 'people invite',
      run: go(paths.settings('members')),
    });
  if (can('api-keys.read'))
    places.push({
      id: 'go-api-keys',
      kind: 'place',
      label: 'Settings, API keys',
      icon: <Settings2 />,
      run: go(paths.settings('api-keys')),
    });
  return [...verbs, ...places];
}
