import { stripVTControlCharacters } from 'node:util'

const LINES = 14

/** The last lines of what a program printed. */
export function lastLines(output) {
  return indented(output.trimEnd().split('\n').slice(-LINES))
}

/** In: Vitest's JSON report. Out: a text for each test that passed at its second try only. */
export function secondTriesInVitest({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0)
      .map(({ fullName, failureMessages }) => text([name, fullName], failureMessages[0])),
  )
}

/** In: Vitest's JSON report. Out: a text for each test that failed or did not run, and for each file that did not load. */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status !== 'passed')
    if (failed.length === 0) return message ? [text([name], message)] : []
    return failed.map(({ fullName, status, failureMessages }) =>
      text([name, fullName], failureMessages?.[0] ?? `was ${status}`),
    )
  })
}

/**
 * In: Playwright's JSON report. Out: a text for each test that did not pass, and for errors outside tests.
 * @param {{ suites: any[], errors?: { message: string }[] }} report
 */
export function failedInPlaywright({ suites, errors = [] }) {
  const failed = suites.flatMap((suite) => testsOf(suite, []))
  return [
    ...failed.filter(({ status }) => status !== 'expected' && status !== 'flaky').map(({ says }) => says),
    ...errors.map(({ message }) => text([], message)),
  ]
}

/** In: Playwright's JSON report. Out: a text for each test that passed at its second try only. */
export function secondTriesInPlaywright({ suites }) {
  return suites
    .flatMap((suite) => testsOf(suite, []))
    .filter(({ status }) => status === 'flaky')
    .map(({ says }) => says)
}

function testsOf(suite, above) {
  const names = [...above, suite.title]
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      status,
      says: text([projectName, ...names, title], results.find(({ error }) => error)?.error.message ?? `was ${status}`),
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((each) => testsOf(each, names))]
}

function text(names, message) {
  return [names.join(' › '), indented(message.split('\n').slice(0, LINES))].filter(Boolean).join('\n')
}

function indented(lines) {
  return lines.map((line) => `    ${stripVTControlCharacters(line)}`).join('\n')
}
