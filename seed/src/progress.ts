/** Prints a line a step, with its own time and the time since the start. */
export class Progress {
  readonly #start = Date.now()
  readonly #print: (line: string) => void

  constructor(print: (line: string) => void = (line) => console.log(line)) {
    this.#print = print
  }

  /** Runs one step and says how long it took; `describe` may add a count to the line. Throws what `work` throws. */
  async step<T>(name: string, work: () => Promise<T>, describe?: (result: T) => string): Promise<T> {
    const from = Date.now()
    const result = await work()
    this.say(`${name}${describe ? `: ${describe(result)}` : ''} (${seconds(Date.now() - from)})`)
    return result
  }

  say(line: string): void {
    this.#print(`[seed ${seconds(Date.now() - this.#start)}] ${line}`)
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
