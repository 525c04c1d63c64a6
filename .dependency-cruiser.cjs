/** Who may import whom (docs/decisions/0010). Run by `npm run check`. */
const parts = '^(storefront|backend|traceability|seed|test)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'traceability-stands-alone',
      comment: 'The scan service must run, and move to its own server, without any other part.',
      severity: 'error',
      from: { path: '^traceability/' },
      to: { path: '^(storefront|backend|seed|test|scripts)/' },
    },
    {
      name: 'verify-is-pure',
      comment:
        'Browsers and other people’s tools run it: no database, no network, no Node built-in, audited cryptography alone.',
      severity: 'error',
      from: { path: '^traceability/src/verify/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^traceability/src/verify/|node_modules/@noble/(ed25519|hashes)/' },
    },
    {
      name: 'storefront-imports-only-verify',
      comment: 'The storefront talks to the services over HTTP.',
      severity: 'error',
      from: { path: '^storefront/' },
      to: { path: '^(backend|seed|test|scripts|traceability/(?!(dist|src)/verify/))' },
    },
    {
      name: 'backend-imports-only-traceability',
      severity: 'error',
      from: { path: '^backend/' },
      to: { path: '^(storefront|seed|test|scripts)/' },
    },
    {
      name: 'seed-imports-backend-and-traceability',
      severity: 'error',
      from: { path: '^seed/' },
      to: { path: '^(storefront|test|scripts)/' },
    },
    {
      name: 'modules-do-not-import-each-other',
      comment: 'Medusa modules meet in links, workflows and query.graph.',
      severity: 'error',
      from: { path: '^backend/src/modules/([^/]+)/', pathNot: '/testing/|\\.test\\.ts$' },
      to: { path: '^backend/src/modules/([^/]+)/', pathNot: '^backend/src/modules/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two data models that name each other, and types alone, are no cycle at run time.',
      severity: 'error',
      from: { path: parts, pathNot: '/models/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'Files whose address alone is taken (`?url`) are resolved by Vite, which fails when they are not there.',
      severity: 'error',
      from: { path: `${parts}.*(src|app)/` },
      to: { pathNot: '\\?url$', dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(build|\\.medusa|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
