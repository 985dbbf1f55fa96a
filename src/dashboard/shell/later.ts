import type { WorkspacePaths } from '../paths.ts';

export interface LaterArea {
  path: string;
  title: string;
  needs: string[];
  /** What it will do, in the words of its screen. */
  will: string;
  /** What serves the purpose today. */
  now?: { label: string; to: (paths: WorkspacePaths) => string };
}

/** Areas of the design that are not built yet. A screen that takes over an address simply registers its route. */
export const laterAreas: LaterArea[] = [
  {
    path: '/experts',
    title: 'Experts',
    needs: ['experts.read'],
    will: 'Whose methods these are, their playbooks, funnel and share.',
    now: { label: 'See the playbooks', to: (paths) => paths.playbooks },
  },
  {
    path: '/templates',
    title: 'Templates',
    needs: ['templates.read'],
    will: 'Proven shapes for a playbook, to start from.',
    now: { label: 'Start from a source', to: (paths) => paths.sources },
  },
  {
    path: '/calendar',
    title: 'Calendar',
    needs: ['posts.read'],
    will: 'What goes out when, and what stops it.',
    now: { label: 'Shorten an address', to: (paths) => paths.links },
  },
  {
    path: '/relationships',
    title: 'Relationships',
    needs: ['relationships.read'],
    will: 'Experts you court, moved one allowed step at a time, each with its proof.',
  },
  {
    path: '/mentions',
    title: 'Mentions',
    needs: ['mentions.read'],
    will: 'Who talks about you, and whether a reply is worth it.',
  },
  {
    path: '/segments',
    title: 'Segments',
    needs: ['segments.read'],
    will: 'Groups named by rules, with a live count. Leads already carry the segments that the built-in rules give them.',
    now: { label: 'See the leads', to: (paths) => paths.leads },
  },
  {
    path: '/gates',
    title: 'Gates',
    needs: ['gates.read'],
    will: 'Where the wall stands and what it asks. A default gate already stands after step 3 of every published playbook.',
    now: { label: 'See the playbooks', to: (paths) => paths.playbooks },
  },
  {
    path: '/sequences',
    title: 'Sequences',
    needs: ['sequences.read'],
    will: 'Mails in a series that stops when it should.',
  },
  {
    path: '/experiments',
    title: 'Experiments',
    needs: ['experiments.read'],
    will: 'What you try and what you know, with intervals.',
  },
  {
    path: '/cohorts',
    title: 'Cohorts',
    needs: ['analytics.read'],
    will: 'How groups of readers age, week by week.',
  },
  {
    path: '/list-value',
    title: 'List value',
    needs: ['analytics.read'],
    will: 'What the list is worth, as a range with its parts.',
  },
  {
    path: '/running',
    title: 'Running',
    needs: ['running.read'],
    will: 'Work that takes a while, with its stages.',
  },
  {
    path: '/stand-ins',
    title: 'Stand-ins',
    needs: ['standins.read'],
    will: 'What is real here and what stands in for it.',
  },
];
