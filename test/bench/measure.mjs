import autocannon from 'autocannon'

/**
 * Requests per second of two targets, measured in turn: A B A B …, after a warm-up of each. The medians are compared,
 * so that a disturbance of one round does not decide.
 * In: two autocannon targets `{ url, headers }`, connections, seconds a round, rounds. Out: requests/s of each.
 */
export async function compareThroughput(ours, peer, { connections = 8, seconds = 4, rounds = 3 } = {}) {
  const results = { ours: [], peer: [] }
  for (const target of [ours, peer]) await shoot(target, { connections, seconds: 1 })
  for (let round = 0; round < rounds; round++) {
    results.ours.push(await shoot(ours, { connections, seconds }))
    results.peer.push(await shoot(peer, { connections, seconds }))
  }
  return { ours: median(results.ours), peer: median(results.peer) }
}

async function shoot(target, { connections, seconds }) {
  const result = await autocannon({ ...target, connections, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${target.url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed; the figure would be worth nothing`,
    )
  return result.requests.average
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
