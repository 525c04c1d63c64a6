import { describe, expect, it } from 'vitest'
import {
  failedInPlaywright,
  failedInVitest,
  lastLines,
  secondTriesInPlaywright,
  secondTriesInVitest,
} from '../../scripts/testing/failures.mjs'

describe('what failed is said once more after the last suite', () => {
  it('names each test of Vitest that failed or did not run, with its message', () => {
    const report = {
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
            { fullName: 'a star stays', status: 'passed', failureMessages: ['expected 2'] },
            { fullName: 'a star waits', status: 'skipped', failureMessages: [] },
          ],
        },
        { name: 'src/torn.test.ts', message: 'Cannot find module', assertionResults: [] },
        { name: 'src/whole.test.ts', message: '', assertionResults: [] },
      ],
    }
    expect(failedInVitest(report)).toEqual([
      'src/star.test.ts › a star ends\n    expected 1\n      at star',
      'src/star.test.ts › a star waits\n    was skipped',
      'src/torn.test.ts\n    Cannot find module',
    ])
    expect(secondTriesInVitest(report)).toEqual(['src/star.test.ts › a star stays\n    expected 2'])
  })

  it('names each test of Playwright that failed or needed a second try, also in a describe block', () => {
    const test = (status: string, message?: string) => ({
      projectName: 'pages',
      status,
      results: [message ? { error: { message } } : {}],
    })
    const report = {
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
    }
    expect(failedInPlaywright(report)).toEqual([
      'pages › cart.spec.ts › a guest › pays\n    was skipped',
      '    no browser',
    ])
    expect(secondTriesInPlaywright(report)).toEqual(['pages › cart.spec.ts › a guest › buys\n    timeout'])
  })

  it('shows the end of what a tool printed', () => {
    const output = `${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}\n`
    expect(lastLines(output).split('\n')).toHaveLength(14)
    expect(lastLines(output)).toMatch(/line 39$/)
  })
})
