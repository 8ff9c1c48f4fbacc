import type { DependencyType, ICruiseOptions, IForbiddenRuleType, IResolveOptions } from 'dependency-cruiser'

// Who may import whom. Each rule says what to do instead; `bin/tools/violations.ts` plants one violation of each and
// expects it to be found. Read by swc, since dependency-cruiser cannot read TypeScript 7.

const test = '\\.test\\.ts$'
const page = '^(web/|capabilities/[^/]+/pages/)'
const offered = '^capabilities/[^/]+/(contract[./]|index\\.ts$)'
const above = '^(gateways|web|bin|demo|bench|chaos|attack|e2e|testing)/'
const database = 'node_modules/(kysely|pg|@electric-sql)/'
const runtimeOnly: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only'] }

export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'These files import each other in a circle. Move what both need into a third file that imports neither.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    comment: 'This import leads nowhere, so no rule can judge it. Mend the path, or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'kernel-knows-nothing-above',
    comment:
      'The kernel knows no capability and nothing else above it. Take what you need as an argument, or declare it in the kernel and let the capability register itself.',
    from: { path: '^kernel/', pathNot: test },
    to: { path: ['^capabilities/', above] },
  },
  {
    name: 'capabilities-know-nothing-above',
    comment:
      'A capability stands on the kernel alone. Let bin or demo put things together, or a gateway listen to what the capability offers.',
    from: { path: '^capabilities/', pathNot: [test, page] },
    to: { path: above },
  },
  {
    name: 'capabilities-meet-by-contract',
    comment:
      'Of another capability import only its contract or what its index.ts offers. If that is not enough, offer it there, or move it into the kernel.',
    from: { path: '^capabilities/([^/]+)/', pathNot: [test, page] },
    to: { path: '^capabilities/', pathNot: ['^capabilities/$1/', offered] },
  },
  {
    name: 'gateways-meet-capabilities-by-contract',
    comment:
      'A gateway stands on the kernel and on what capabilities offer. Offer it in their index.ts or contract; programs (bin, demo) start gateways, not the other way round.',
    from: { path: '^gateways/', pathNot: test },
    to: { path: ['^capabilities/', '^(web|bin|demo|bench|chaos|attack|e2e|testing)/'], pathNot: offered },
  },
  {
    name: 'pages-do-no-server-work',
    comment:
      'A page runs in a browser: it imports web/shared, pages, contracts, and words of the kernel. Ask the API for the rest; of a flow take the types only (import type).',
    from: { path: page, pathNot: [test, '^web/(vite\\.config|serviceWorker|packed)\\.ts$'] },
    to: {
      path: '^(kernel|capabilities|gateways|bin|demo|bench|chaos|attack|e2e|testing)/|^node:',
      pathNot: ['^capabilities/[^/]+/(pages/|contract[./])', '^kernel/((words|people/roles)\\.ts$|[^/]+/contract[./])'],
      ...runtimeOnly,
    },
  },
  {
    name: 'pages-take-types-of-flows-only',
    comment: 'Not even its types: what a page may know of a store or route stands in the contract.',
    from: { path: page },
    to: { path: '^(kernel|capabilities|gateways)/.*/(store|routes)[./]|^kernel/database/' },
  },
  {
    name: 'residents-do-not-load-the-console',
    comment: 'Pages for the phone must stay light: take it from web/shared, or move what both need there.',
    from: { path: '^web/(resident|work|shared)/' },
    to: { path: '^web/console/|node_modules/(antd|@ant-design|echarts|@tanstack)/' },
  },
  {
    name: 'rules-are-pure',
    comment:
      'In a capability only store, routes, metrics, demo, capability, index and wing do I/O. Give this rule the values that it needs, and read them in the store or the route.',
    from: {
      path: '^capabilities/[^/]+/',
      pathNot: [test, '^capabilities/[^/]+/(capability|store|routes|metrics|demo|index|wing)[./]', page],
    },
    to: {
      path: [
        `${database}|node_modules/(fastify|@fastify|sharp)/`,
        '^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|timers)(/|$)',
        '^(kernel|capabilities|gateways)/.*/(store|routes)[./]',
        '^kernel/(database|http)/|^kernel/flow/perform\\.ts$',
      ],
      ...runtimeOnly,
    },
  },
  {
    name: 'kernel-rules-are-pure',
    comment:
      'This part of the kernel decides and does no I/O, so that it is tested without a database. Take values as arguments.',
    from: {
      path: '^kernel/(words|flow/(define|decide|patch|refusal|view|parties)|time/(calendar|limit|span|steps|zone)|people/(roles|actor)|place/(coordinates|kinds))\\.ts$',
    },
    to: {
      path: [
        `${database}|node_modules/(fastify|@fastify|sharp)/`,
        '^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|timers)(/|$)',
        '^kernel/.*/store[./]|^kernel/(database|http)/',
      ],
      ...runtimeOnly,
    },
  },
  {
    name: 'sql-in-stores-only',
    comment: 'SQL stands in stores (and metrics, migrations). Move the statement to the store and call it from here.',
    from: { path: '^(capabilities|gateways)/', pathNot: [test, '/(store|metrics)[./]'] },
    to: { path: database, ...runtimeOnly },
  },
  {
    name: 'tests-are-not-imported',
    comment: 'A test is run, not imported. Move what others need into testing/ or beside the code.',
    from: {},
    to: { path: test },
  },
  {
    name: 'the-program-runs-without-development-packages',
    comment: 'The running server uses this, but it stands under devDependencies. Move it to dependencies in package.json.',
    from: { path: '^(kernel|capabilities|gateways|bin)/', pathNot: [test, page, '^bin/(test|tools/)'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...runtimeOnly, path: 'node_modules/' },
  },
]

export const options: ICruiseOptions = {
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
}

export const resolving: Partial<IResolveOptions> = {
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
}
