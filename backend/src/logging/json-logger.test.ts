import { withRequestId } from '../http/request-context'
import { JsonLogger } from './json-logger'

function makeLogger(level: 'info' | 'warn' | 'debug' = 'info') {
  const lines: string[] = []
  const logger = new JsonLogger({ level, service: 'backend', write: (line) => lines.push(line) })
  return { logger, lines, events: () => lines.map((line) => JSON.parse(line)) }
}

it('writes one JSON object a line, with the id of the request', () => {
  const { logger, lines, events } = makeLogger()
  withRequestId('request-0001', () => logger.info('two\nlines'))
  logger.error('failed', new Error('why'))
  expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true)
  expect(events()).toMatchObject([
    { level: 'info', service: 'backend', requestId: 'request-0001', msg: 'two\nlines' },
    { level: 'error', msg: 'failed', error: 'why' },
  ])
  expect(new Date(events()[0].time).toISOString()).toBe(events()[0].time)
})

it('keeps quiet below its level', () => {
  const { logger, events } = makeLogger('warn')
  logger.info('no')
  logger.debug('no')
  logger.warn('yes')
  expect(events().map((event) => event.msg)).toEqual(['yes'])
  logger.setLogLevel('debug')
  logger.silly('now')
  logger.unsetLogLevel()
  logger.verbose('no')
  expect(events().map((event) => event.msg)).toEqual(['yes', 'now'])
})

it('keeps Medusa’s access log off, which would print addresses and query strings', () => {
  expect(makeLogger('debug').logger.shouldLog('http')).toBe(false)
})

it('names the activity a progress belongs to', () => {
  const { logger, events } = makeLogger()
  const id = logger.activity('Starting')
  logger.success(id, 'Started')
  expect(events()[1]).toMatchObject({ msg: 'Started', activity: 'Starting' })
})
