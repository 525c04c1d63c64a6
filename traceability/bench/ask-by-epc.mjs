// Asks the EPCIS interface for single identifiers, one question after the other, and prints how long it took. A program of its
// own, so that what the benchmark holds in memory takes no part. In: JSON `{ origin, token, first, events, queries }`.
import http from 'node:http'
import { epcOf } from './epcis-events.mjs'

/** Enough for both sides to be compiled: a service runs for weeks. */
const WARM = 3_000
const ROUNDS = 5

const { origin, token, first, events, queries } = JSON.parse(process.argv[2])
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
const headers = { authorization: `Bearer ${token}` }
const all = ROUNDS * queries

for (let i = 0; i < WARM; i++) await ask(i)
const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const milliseconds = []
  for (let i = 0; i < queries; i++) milliseconds.push(await ask(round * queries + i))
  milliseconds.sort((a, b) => a - b)
  const at = (share) => Math.round(milliseconds[Math.floor(milliseconds.length * share)] * 100) / 100
  rounds.push({ p50: at(0.5), p99: at(0.99) })
}
agent.destroy()
console.log(JSON.stringify({ rounds, asks: WARM + all }))

/** Milliseconds until the whole answer was there; it must have the three events of its identifier. */
async function ask(i) {
  const epc = epcOf('f', first + 2 + Math.floor(((i * 7_919) % all) * ((events - first - 2) / all)))
  const started = performance.now()
  const { status, body } = await get(`${origin}/epcis/events?MATCH_anyEPC=${encodeURIComponent(epc)}`)
  const taken = performance.now() - started
  const found = JSON.parse(body).epcisBody?.queryResults.resultsBody.eventList ?? []
  if (status !== 200 || found.length !== 3) throw new Error(`${epc} has ${found.length} events: ${status}`)
  return taken
}

function get(url) {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers }, (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }))
        response.on('error', reject)
      })
      .on('error', reject)
  })
}
