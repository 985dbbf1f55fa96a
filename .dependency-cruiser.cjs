// "Who may import whom": ARCHITECTURE.md, "Borders". Checked by `npm run borders`; tests/borders.test.ts plants violations.

const TEST = '\\.test\\.tsx?$';
const KERNEL_FACE = '^src/kernel/[^/]+/index\\.ts$';
const MODULE_FACE = '^src/modules/[^/]+/index\\.ts$';

// Calls go up the funnel, events flow down it: each module may call the faces of those named here.
const CALLS = {
  creation: [],
  distribution: ['creation'],
  capture: ['creation', 'distribution'],
  trial: ['creation', 'distribution', 'capture'],
  conversion: ['creation', 'distribution', 'capture', 'trial'],
  analytics: ['creation', 'distribution', 'capture', 'trial', 'conversion'],
  outreach: ['creation', 'distribution', 'capture'],
  ceo: ['creation', 'distribution', 'capture', 'trial', 'conversion', 'analytics', 'outreach'],
};

const funnel = Object.entries(CALLS).map(([module, callable]) => ({
  name: `${module}-calls-up-the-funnel`,
  comment: 'A later module may call the face of an earlier one; the other way is an event.',
  severity: 'error',
  from: { path: `^src/modules/${module}/`, pathNot: TEST },
  to: { path: '^src/modules/', pathNot: `^src/modules/(${[module, ...callable].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...funnel,
    {
      name: 'modules-meet-at-the-face',
      comment:
        'Other modules are reached by #modules/<name>. Only read models in analytics may use their tables.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', MODULE_FACE, '/schema\\.ts$'] },
    },
    {
      name: 'tables-of-others-only-in-analytics',
      comment:
        "Reports that join across modules are read models in analytics; they alone may read other modules' tables.",
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: [TEST, '^src/modules/analytics/'] },
      to: { path: '^src/modules/.+/schema\\.ts$', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'root-meets-modules-at-the-door',
      comment: "The root sees a module's wiring and its face.",
      severity: 'error',
      from: { path: '^src/([^/]+\\.tsx?$|cli/|sample/)', pathNot: TEST },
      to: { path: '^src/modules/', pathNot: [MODULE_FACE, '^src/modules/[^/]+/module\\.ts$'] },
    },
    {
      name: 'kernel-at-the-face',
      comment: 'The kernel is reached by #kernel/<room>.',
      severity: 'error',
      from: { path: '^src/(modules/|[^/]+\\.tsx?$|cli/|sample/)', pathNot: TEST },
      to: { path: '^src/kernel/', pathNot: KERNEL_FACE },
    },
    {
      name: 'kernel-rooms-meet-at-the-face',
      comment: 'One room of the kernel knows another by its face only.',
      severity: 'error',
      from: { path: '^src/kernel/([^/]+)/', pathNot: TEST },
      to: { path: '^src/kernel/', pathNot: ['^src/kernel/$1/', KERNEL_FACE] },
    },
    {
      name: 'kernel-knows-no-module',
      comment: 'The kernel knows neither modules nor screens, and of the root only context.ts.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/(kernel/|context\\.ts$)' },
    },
    {
      name: 'modules-know-no-root',
      comment: 'Only the root reads the configuration and puts the house together.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/(modules/|kernel/|context\\.ts$)' },
    },
    {
      name: 'simulation-knows-only-http',
      comment:
        'Synthetic people have what people have: a browser, and an API key for what their owner looks up.',
      severity: 'error',
      from: { path: '^src/simulation/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/simulation/' },
    },
    {
      name: 'dashboard-knows-only-http',
      comment: 'The web app is a client of the API and nothing more.',
      severity: 'error',
      from: { path: '^src/dashboard/' },
      to: { path: '^(src|tests|scripts|bench)/', pathNot: '^src/dashboard/' },
    },
    {
      name: 'nobody-knows-the-dashboard',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dashboard/' },
      to: { path: '^src/dashboard/' },
    },
    {
      name: 'dashboard-brings-no-server',
      comment: 'What needs the server stays on the server.',
      severity: 'error',
      from: { path: '^src/dashboard/', pathNot: '(vite\\.config\\.ts|\\.test\\.tsx?)$' },
      to: {
        path: [
          '(^|/)node_modules/(pg|fastify|drizzle-orm|graphile-worker|better-auth|pino|nodemailer)/',
          '^(fs|path|crypto|child_process|http|net)$',
        ],
      },
    },
    {
      name: 'shapes-stand-alone',
      comment:
        'Shapes are what comes in and goes out: zod and other shapes, and nothing behind them that does anything.',
      severity: 'error',
      from: { path: '^src/modules/.+/shapes\\.ts$' },
      to: {
        reachable: true,
        path: [
          '^src/kernel/(?!shapes/)',
          '/(schema|queries|service|routes|jobs|listeners)\\.ts$',
          '(^|/)node_modules/(pg|drizzle-orm|fastify)/',
        ],
      },
    },
    {
      name: 'routes-and-pages-touch-no-table',
      comment: 'Parse, one verb, answer.',
      severity: 'error',
      from: { path: '^src/modules/.+/(routes\\.ts|pages\\.tsx)$' },
      to: {
        path: ['/schema\\.ts$', '/queries\\.ts$', '(^|/)node_modules/(pg|drizzle-orm)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'verbs-know-no-http',
      comment: 'A verb takes and returns values; routes translate.',
      severity: 'error',
      from: { path: '^src/modules/.+/(service|queries|schema|shapes)\\.ts$' },
      to: { path: ['/routes\\.ts$', '/pages\\.tsx$', '(^|/)node_modules/(fastify|@fastify)/'] },
    },
    {
      name: 'tests-are-for-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^tests/', TEST] },
    },
    {
      name: 'no-circles',
      comment:
        'Code that needs each other is one thing. Types may point both ways, and a verb may enqueue a job that calls a verb.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'], pathNot: '/jobs\\.ts$' } },
    },
    {
      name: 'program-runs-without-tools',
      comment: '`npm start` installs no devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, '^src/dashboard/dev/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^tests/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
