import {
  BookOpenText,
  ChartNoAxesColumn,
  Compass,
  House,
  Inbox,
  type LucideIcon,
  MessageCircleQuestionMark,
  RadioTower,
  Receipt,
  Send,
  Stamp,
  UsersRound,
} from 'lucide-react';
import type { WorkspacePaths } from '../paths.ts';
import type { WorkspacePlace } from './workspace.ts';

export interface Place {
  id: string;
  label: string;
  to: string;
  /** Any one of these lets a person see it. */
  needs: string[];
  /** The second key after G. */
  keys?: string;
  /** Other addresses that belong to it. */
  also?: string[];
}

export interface Area extends Place {
  icon: LucideIcon;
  /** Where a person is waited for. */
  count?: 'inbox' | 'approvals';
  /** Areas of one kind stand together. */
  group: 'today' | 'chain';
  under: Place[];
}

/** The areas of the sidebar, in their order, with what stands under each. */
export function areasOf(paths: WorkspacePaths): Area[] {
  return [
    {
      id: 'home',
      label: 'Home',
      to: paths.home,
      icon: House,
      group: 'today',
      needs: ['workspace.read', 'own-funnel.read'],
      keys: 'h',
      under: [],
    },
    {
      id: 'ask',
      label: 'Ask the CEO',
      to: paths.ask,
      icon: Compass,
      group: 'today',
      needs: ['conversations.read'],
      keys: 'q',
      under: [
        { id: 'conversations', label: 'Conversations', to: paths.ask, needs: ['conversations.read'] },
        { id: 'insights', label: 'Insights', to: paths.insights, needs: ['insights.read'] },
        { id: 'tasks', label: 'Tasks', to: paths.tasks, needs: ['tasks.read'], keys: 't' },
      ],
    },
    {
      id: 'inbox',
      label: 'Inbox',
      to: paths.inbox,
      icon: Inbox,
      group: 'today',
      needs: ['inbox.read'],
      keys: 'i',
      count: 'inbox',
      under: [],
    },
    {
      id: 'approvals',
      label: 'Approvals',
      to: paths.approvals,
      icon: Stamp,
      group: 'today',
      needs: ['actions.read'],
      keys: 'a',
      count: 'approvals',
      under: [],
    },
    {
      id: 'playbooks',
      label: 'Playbooks',
      to: paths.playbooks,
      icon: BookOpenText,
      group: 'chain',
      needs: ['playbooks.read', 'own-playbooks.read'],
      keys: 'p',
      under: [
        {
          id: 'playbooks',
          label: 'Playbooks',
          to: paths.playbooks,
          needs: ['playbooks.read', 'own-playbooks.read'],
        },
        { id: 'experts', label: 'Experts', to: paths.experts, needs: ['experts.read'], keys: 'e' },
        { id: 'sources', label: 'Sources', to: paths.sources, needs: ['sources.read'], keys: 'u' },
        { id: 'templates', label: 'Templates', to: paths.templates, needs: ['templates.read'] },
      ],
    },
    {
      id: 'distribution',
      label: 'Distribution',
      to: paths.calendar,
      icon: RadioTower,
      group: 'chain',
      needs: ['posts.read', 'links.read'],
      keys: 'd',
      also: ['/posts'],
      under: [
        { id: 'calendar', label: 'Calendar', to: paths.calendar, needs: ['posts.read'] },
        {
          id: 'relationships',
          label: 'Relationships',
          to: paths.relationships,
          needs: ['relationships.read'],
          keys: 'r',
        },
        { id: 'links', label: 'Links', to: paths.links, needs: ['links.read'], keys: 'k' },
        { id: 'mentions', label: 'Mentions', to: paths.mentions, needs: ['mentions.read'], keys: 'm' },
      ],
    },
    {
      id: 'leads',
      label: 'Leads',
      to: paths.leads,
      icon: UsersRound,
      group: 'chain',
      needs: ['leads.read'],
      keys: 'l',
      under: [
        { id: 'all-leads', label: 'All leads', to: paths.leads, needs: ['leads.read'] },
        { id: 'segments', label: 'Segments', to: paths.segments, needs: ['segments.read'], keys: 'g' },
        { id: 'gates', label: 'Gates', to: paths.gates, needs: ['gates.read'], keys: 'w' },
        { id: 'sequences', label: 'Sequences', to: paths.sequences, needs: ['sequences.read'], keys: 's' },
      ],
    },
    {
      id: 'trials',
      label: 'Trials',
      to: paths.clones,
      icon: MessageCircleQuestionMark,
      group: 'chain',
      needs: ['clones.read', 'own-clone.correct'],
      keys: 'c',
      under: [
        { id: 'clones', label: 'Clones', to: paths.clones, needs: ['clones.read', 'own-clone.correct'] },
        { id: 'trials', label: 'Trials', to: paths.trials, needs: ['trials.read'] },
        { id: 'hand-raises', label: 'Hand-raises', to: paths.handRaises, needs: ['signals.read'] },
      ],
    },
    {
      id: 'sales',
      label: 'Sales',
      to: paths.videos,
      icon: Receipt,
      group: 'chain',
      needs: ['videos.read', 'orders.read', 'own-share.read'],
      keys: 'v',
      under: [
        { id: 'videos', label: 'Videos', to: paths.videos, needs: ['videos.read'] },
        { id: 'offers', label: 'Offers', to: paths.offers, needs: ['offers.read'] },
        {
          id: 'orders',
          label: 'Orders',
          to: paths.orders,
          needs: ['orders.read', 'own-share.read'],
          keys: 'o',
        },
      ],
    },
    {
      id: 'outreach',
      label: 'Outreach',
      to: paths.campaigns,
      icon: Send,
      group: 'chain',
      needs: ['campaigns.read'],
      keys: 'b',
      under: [
        { id: 'campaigns', label: 'Campaigns', to: paths.campaigns, needs: ['campaigns.read'] },
        { id: 'prospects', label: 'Prospects', to: paths.prospects, needs: ['prospects.read'] },
        { id: 'sends', label: 'Send calendar', to: paths.sends, needs: ['campaigns.read'] },
      ],
    },
    {
      id: 'analytics',
      label: 'Analytics',
      to: paths.analytics,
      icon: ChartNoAxesColumn,
      group: 'chain',
      needs: ['analytics.read'],
      keys: 'y',
      under: [
        { id: 'funnel', label: 'Funnel & money', to: paths.analytics, needs: ['analytics.read'] },
        {
          id: 'experiments',
          label: 'Experiments',
          to: paths.experiments,
          needs: ['experiments.read'],
          keys: 'x',
        },
        { id: 'cohorts', label: 'Cohorts', to: paths.cohorts, needs: ['analytics.read'] },
        { id: 'list-value', label: 'List value', to: paths.listValue, needs: ['analytics.read'] },
      ],
    },
  ];
}

/** What this person may see; the rest is absent. An area whose first page is closed to them leads to its first open one. */
export function visibleAreas(place: WorkspacePlace): Area[] {
  const sees = (needs: string[]) => needs.some(place.can);
  return areasOf(place.paths)
    .filter((area) => sees(area.needs))
    .map((area) => {
      const under = area.under.filter((item) => sees(item.needs));
      const first = under[0];
      return { ...area, under, to: first && !under.some((item) => item.to === area.to) ? first.to : area.to };
    });
}

/** Whether an address belongs to a place. */
export function isAt(pathname: string, to: string): boolean {
  if (to.endsWith('/')) return pathname === to || `${pathname}/` === to;
  return pathname === to || pathname.startsWith(`${to}/`);
}

/** The area an address belongs to. */
export function areaAt(areas: Area[], pathname: string): Area | undefined {
  return areas.find((area) => isAt(pathname, area.to) || area.under.some((item) => isAt(pathname, item.to)));
}
