import { parseArgs } from 'node:util'
import { DataError, loadData } from './data/load-data.ts'
import { EnvironmentError, readSeedEnvironment } from './environment.ts'
import { readSeedRecord } from './loader/seed-record.ts'
import { Progress } from './progress.ts'

const MOST_SYNTHETIC = 100_000

/** A wrong command line; the message says what is expected. */
class UsageError extends Error {
  override name = 'UsageError'
}

try {
  const syntheticProducts = readArguments(process.argv.slice(2))
  const env = readSeedEnvironment(process.env)
  const data = loadData()
  const progress = new Progress()
  const done = readSeedRecord(env.DATA_DIR)
  if (done?.finishedAt && done.fingerprint === data.fingerprint && syntheticProducts === 0) {
    progress.say(`nothing to do: this data was loaded on ${done.finishedAt}`)
  } else {
    // Medusa takes seconds to load; a wrong command line is told before.
    const { seedMarketplace } = await import('./loader/seed-marketplace.ts')
    const { counts } = await seedMarketplace(env, data, syntheticProducts, progress)
    progress.say(
      `done: ${Object.entries(counts)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}`,
    )
  }
  // Medusa keeps timers of its own; everything of ours is closed by now.
  process.exit(0)
} catch (error) {
  const plain = error instanceof EnvironmentError || error instanceof DataError || error instanceof UsageError
  console.error(plain ? error.message : error)
  if (!plain) console.error('Nothing is lost: run the command again, and it goes on where it stopped.')
  process.exit(1)
}

function readArguments(args: string[]): number {
  let given: string | undefined
  try {
    given = parseArgs({ args, options: { products: { type: 'string' } } }).values.products
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Usage: main.js [--products 5000]`)
  }
  if (given === undefined) return 0
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1 || count > MOST_SYNTHETIC) {
    throw new UsageError(`--products must be a whole number from 1 to ${MOST_SYNTHETIC}, not "${given}".`)
  }
  return count
}
