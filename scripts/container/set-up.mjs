// One-shot set-up of a deployment: both schemas, search indexes, reference data. Safe to run at every release.
import { execFileSync } from 'node:child_process'
import { migrate } from '/app/traceability/dist/storage/migrate.js'

const medusa = (command) =>
  execFileSync(process.execPath, ['/app/node_modules/@medusajs/cli/cli.js', command], {
    cwd: '/app/backend/.medusa/server',
    stdio: 'inherit',
  })

await migrate(process.env.TRACE_DATABASE_URL)
medusa('db:migrate')
execFileSync(process.execPath, ['/app/seed/dist/main.js'], { cwd: '/app/backend/.medusa/server', stdio: 'inherit' })
