import { flatRoutes } from '@remix-run/fs-routes'

export default flatRoutes({ ignoredRouteFiles: ['**/*.server.ts', '**/*.server.tsx', '**/*.test.ts', '**/*.test.tsx'] })
