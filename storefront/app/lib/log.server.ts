import { createLog } from '../../server/log.mjs'

/** The storefront's log: one JSON object a line, level from `LOG_LEVEL`. Give it the request id where there is one. */
export const log = createLog(process.env.LOG_LEVEL ?? 'info')
