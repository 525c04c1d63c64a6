import { describe, expect, it } from 'vitest'
import { failedInPlaywright, failedInVitest, lastLines } from '../../scripts/testing/failures.mjs'

describe('what failed is said once more after the last suite', () => {
  it('names each test of Vitest that failed or did not run, with its message', () => {
    const failures = failedInVitest({
      testResults: [
        {
          name: 'src/star.test.ts',
          assertionResults: [
            {
              fullName: 'a star ends',
              status: 'failed',
              failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at star'],
            },
            { fullName: 'a star begins', status: 'passed', failureMessages: [] },
            { fullName: 'a star waits', status: 'skipped', failureMessages: [] },
          ],
        },
        { name: 'src/torn.test.ts', message: 'Cannot find module', assertionResults: [] },
        { name: 'src/whole.test.ts', message: '', assertionResults: [] },
      ],
    })
    expect(failures).toEqual([
      'src/star.test.ts › a star ends\n    expected 1\n      at star',
      'src/star.test.ts › a star waits\n    was skipped',
      'src/torn.test.ts\n    Cannot find module',
    ])
  })

  it('names each test of Playwright that needed a second go, also in a describe block', () => {
    const test = (status: string, message?: string) => ({
      projectName: 'pages',
      status,
      results: [message ? { error: { message } } : {}],
    })
    const failures = failedInPlaywright({
      suites: [
        {
          title: 'cart.spec.ts',
          specs: [{ title: 'adds', tests: [test('expected')] }],
          suites: [
            {
              title: 'a guest',
              specs: [
                { title: 'buys', tests: [test('flaky', 'timeout')] },
                { title: 'pays', tests: [test('skipped')] },
              ],
            },
          ],
        },
      ],
      errors: [{ message: 'no browser' }],
    })
    expect(failures).toEqual([
      'pages › cart.spec.ts › a guest › buys\n    timeout',
      'pages › cart.spec.ts › a guest › pays\n    was skipped',
      '    no browser',
    ])
  })

  it('shows the end of what a tool printed', () => {
    const output = `${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}\n`
    expect(lastLines(output).split('\n')).toHaveLength(14)
    expect(lastLines(output)).toMatch(/line 39$/)
  })
})
