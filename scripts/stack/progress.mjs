/** Prints each step with the time it took. `quiet` keeps only failures, for tests. */
export function createProgress({ quiet = false } = {}) {
  const started = Date.now()
  const say = (line) => {
    if (!quiet) console.log(line)
  }
  return {
    say,
    /** A warning with the last lines of a program's log; printed even when quiet. */
    warn(line, lastLines = []) {
      console.error(`! ${line}`)
      for (const last of lastLines) console.error(`    ${last}`)
    },
    /** Runs one named step, prints it with its time, and returns what it returns. */
    async step(name, work) {
      const from = Date.now()
      say(`… ${name}`)
      const result = await work()
      say(`✓ ${name} (${seconds(Date.now() - from)})`)
      return result
    },
    total: () => seconds(Date.now() - started),
  }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
