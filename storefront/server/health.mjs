const BUDGET_MS = 1000
const CACHE_MS = 1000

/**
 * Asks each dependency's /health, all at once, at most once a second however often it is called.
 * @param {Record<string, string>} dependencies name to origin
 * @returns {() => Promise<{ status: 'ok' | 'degraded' | 'down', dependencies: Record<string, { status: string, ms: number }> }>}
 */
export function createHealthCheck(dependencies) {
  /** @type {{ at: number, answer: ReturnType<typeof check> } | undefined} */
  let last
  return () => {
    if (!last || Date.now() - last.at > CACHE_MS) last = { at: Date.now(), answer: check(dependencies) }
    return last.answer
  }
}

/** @param {Record<string, string>} dependencies */
async function check(dependencies) {
  const answers = await Promise.all(
    Object.entries(dependencies).map(async ([name, origin]) => /** @type {const} */ ([name, await ask(origin)])),
  )
  const states = answers.map(([, answer]) => answer.status)
  /** @type {'ok' | 'degraded' | 'down'} */
  const status = states.includes('down') ? 'down' : states.includes('degraded') ? 'degraded' : 'ok'
  return { status, dependencies: Object.fromEntries(answers) }
}

/** @param {string} origin */
async function ask(origin) {
  const startedAt = performance.now()
  const status = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(BUDGET_MS) })
    .then(async (response) => {
      const body = await response.json().catch(() => null)
      if (!response.ok) return 'down'
      return body?.status === 'degraded' ? 'degraded' : 'ok'
    })
    .catch(() => 'down')
  return { status, ms: Math.round(performance.now() - startedAt) }
}
