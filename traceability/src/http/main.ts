import { EnvironmentError, readEnvironment } from './environment.ts'
import { createLog, type Log } from './log.ts'
import { createService } from './service.ts'

/** A stop that takes longer than this has hung; supervisors kill after 30 s. */
const STOP_WITHIN_MS = 28_000

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  const log = createLog(environment.LOG_LEVEL, process.stdout)
  const service = createService(environment, log)
  stopOnSignals(log, () => service.stop())
  const port = await service.start().catch((error: unknown) => {
    throw startError(error, environment.PORT)
  })
  log.write('info', 'listening', { host: environment.HOST, port })
}

function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (signal: string) => {
    if (stopping) return
    stopping = true
    log.write('info', 'stopping', { signal })
    const end = (code: number) => {
      log.flush()
      process.exit(code)
    }
    setTimeout(() => {
      log.write('error', 'could not stop in time')
      end(1)
    }, STOP_WITHIN_MS).unref()
    stop().then(
      () => {
        log.write('info', 'stopped')
        end(0)
      },
      () => end(1),
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

function startError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') {
    return new EnvironmentError(`PORT: ${port} is in use by another program; stop it or choose another port.`)
  }
  if (code === 'EACCES')
    return new EnvironmentError(`PORT: ${port} may not be used by this user; choose one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new EnvironmentError('HOST: this machine has no such address.')
  }
  return error
}

main().catch((error: unknown) => {
  const text =
    error instanceof EnvironmentError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(
    `${JSON.stringify({ time: new Date().toISOString(), level: 'error', service: 'traceability', msg: text })}\n`,
  )
  process.exit(1)
})
