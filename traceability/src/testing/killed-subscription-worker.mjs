// A delivery worker that ends by SIGKILL when its first document was answered, before it can note so. Environment:
// DATABASE_URL, SECRET, LEASE_MS.
import pg from 'pg'
import { postOutbound } from '../../dist/http/outbound.js'
import { startSubscriptions } from '../../dist/http/subscription-jobs.js'

const { DATABASE_URL, SECRET, LEASE_MS } = process.env
const outbound = { reach: 'local', ownHosts: [] }

startSubscriptions({
  pool: new pg.Pool({ connectionString: DATABASE_URL, max: 4 }),
  secret: SECRET,
  outbound,
  log: { write: () => undefined, flush: () => undefined },
  rules: { leaseMs: Number(LEASE_MS) },
  lookEveryMs: 20,
  async send(dest, message, signal) {
    await postOutbound(dest, message, signal, outbound)
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => undefined)
  },
})
setInterval(() => undefined, 1_000)
