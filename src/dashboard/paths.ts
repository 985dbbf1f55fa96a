/** Every address of the dashboard, in one place. Screens link by these, never by text of their own. */

const within = (workspace: string) => (rest: string) => `/w/${encodeURIComponent(workspace)}${rest}`;

/** The addresses inside one workspace: `pathsOf('halvorsen').lead(id)`. */
export function pathsOf(workspace: string) {
  const at = within(workspace);
  return {
    home: at('/'),
    ask: at('/ask'),
    conversation: (id: string) => at(`/ask/${id}`),
    insights: at('/insights'),
    tasks: at('/tasks'),
    task: (id: string) => at(`/tasks/${id}`),
    inbox: at('/inbox'),
    thread: (id: string) => at(`/inbox/${id}`),
    approvals: at('/approvals'),
    approval: (id: string) => at(`/approvals/${id}`),
    playbooks: at('/playbooks'),
    playbook: (slug: string, step?: number) =>
      at(`/playbooks/${slug}${step === undefined ? '' : `/steps/${step}`}`),
    versions: (slug: string, compared?: string) =>
      at(`/playbooks/${slug}/versions${compared ? `/${compared}` : ''}`),
    experts: at('/experts'),
    sources: at('/sources'),
    /** The marked span, in characters, is the hash: `#1290-1344`. */
    source: (id: string, from?: number, to?: number) =>
      at(`/sources/${id}${from === undefined ? '' : `#${from}-${to}`}`),
    templates: at('/templates'),
    calendar: at('/calendar'),
    relationships: at('/relationships'),
    links: at('/links'),
    link: (slug: string) => at(`/links/${slug}`),
    mentions: at('/mentions'),
    leads: at('/leads'),
    lead: (id: string) => at(`/leads/${id}`),
    segments: at('/segments'),
    gates: at('/gates'),
    sequences: at('/sequences'),
    clones: at('/clones'),
    clone: (id: string) => at(`/clones/${id}`),
    trials: at('/trials'),
    trial: (id: string) => at(`/trials/${id}`),
    handRaises: at('/hand-raises'),
    videos: at('/videos'),
    video: (id: string) => at(`/videos/${id}`),
    videoTemplate: (id: string) => at(`/videos/templates/${id}`),
    offers: at('/offers'),
    offer: (id: string) => at(`/offers/${id}`),
    orders: at('/orders'),
    order: (id: string) => at(`/orders/${id}`),
    campaigns: at('/campaigns'),
    campaign: (id: string) => at(`/campaigns/${id}`),
    newCampaign: at('/campaigns/new'),
    /** One step of the way to a launch: site, audience, variants, prospects, preflight, launch. */
    campaignStep: (id: string, step: string) => at(`/campaigns/${id}/launch/${step}`),
    prospects: at('/prospects'),
    sends: at('/sends'),
    analytics: at('/analytics'),
    experiments: at('/experiments'),
    cohorts: at('/cohorts'),
    listValue: at('/list-value'),
    running: at('/running'),
    standIns: at('/stand-ins'),
    mailCatcher: at('/stand-ins/mail'),
    settings: (page = 'members') => at(`/settings/${page}`),
  };
}

export type WorkspacePaths = ReturnType<typeof pathsOf>;

/** Addresses outside any workspace. */
export const paths = {
  landing: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  verify: '/verify',
  forgot: '/forgot',
  reset: '/reset',
  magicLink: '/magic-link',
  newWorkspace: '/new',
  invitation: (id: string) => `/invitations/${id}`,
  organization: (slug: string, page: 'people' | 'plan' | 'sign-in' | 'audit') => `/o/${slug}/${page}`,
  publicPlaybook: (workspace: string, playbook: string) => `/p/${workspace}/${playbook}`,
  shortLink: (slug: string) => `/l/${slug}`,
};
