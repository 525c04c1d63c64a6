const LEVELS = ['debug', 'info', 'warn', 'error', 'silent']

/**
 * Writes one JSON object a line to stdout. `fields` must hold no personal data, no query string and no secret.
 * @param {string} threshold lowest level that is written
 * @returns {(level: 'debug' | 'info' | 'warn' | 'error', msg: string, fields?: Record<string, unknown>) => void}
 */
export function createLog(threshold) {
  const from = LEVELS.indexOf(threshold)
  return (level, msg, fields = {}) => {
    if (LEVELS.indexOf(level) < from) return
    const line = { time: new Date().toISOString(), level, service: 'storefront', ...fields, msg }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}
