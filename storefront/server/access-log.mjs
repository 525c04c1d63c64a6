/**
 * Logs each answered request: method, path without its query (it may hold an order token), status, time. No address.
 * @param {ReturnType<typeof import('./log.mjs').createLog>} log
 * @returns {import('express').RequestHandler}
 */
export function accessLog(log) {
  return (req, res, next) => {
    const startedAt = performance.now()
    const path = req.originalUrl.split('?', 1)[0]?.slice(0, 200)
    res.once('close', () => {
      const aborted = !res.writableFinished
      log(res.statusCode >= 500 ? 'error' : 'info', 'request', {
        requestId: res.locals.requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        ...(aborted ? { aborted } : {}),
      })
    })
    next()
  }
}
