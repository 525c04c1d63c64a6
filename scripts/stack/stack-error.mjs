/** A failure that a person can act on: one sentence with the cause, one with the next step. Printed without a stack. */
export class StackError extends Error {
  /**
   * @param {string} cause what is wrong, as a sentence
   * @param {string} nextStep what to do about it, as a sentence
   * @param {string[]} [lastLines] the tail of a log that helps
   */
  constructor(cause, nextStep, lastLines = []) {
    super(`${cause} ${nextStep}`)
    this.lastLines = lastLines
  }
}
