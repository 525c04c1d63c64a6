import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildChanged } from '../stack/build.mjs'
import { createProgress } from '../stack/progress.mjs'
import {
  failedInPlaywright,
  failedInVitest,
  lastLines,
  secondTriesInPlaywright,
  secondTriesInVitest,
} from './failures.mjs'
import { scratchFolder } from './scratch-folder.mjs'
import { startTestServers } from './test-servers.mjs'
import { startTestStack } from './test-stack.mjs'

/** The longest suite of units needs nothing else to be built and runs while the others are. */
const UNIT_FIRST = 'traceability'
const UNIT = ['backend', 'storefront', 'seed', 'test']
/** The shop's suites leave a migrated shop that the last two copy. */
const INTEGRATION = ['backend', 'traceability', 'seed', 'test']
/**
 * Tests with servers and browsers have one: a machine that stalls for seconds is no fault of the code. Whoever needed it is named in
 * the closing lines, since behind some a race of ours was found.
 */
const SECOND_TRIES = 1
/** What holds the traceability service to standards: identifiers, EPCIS, resolver, Merkle log, credentials. */
const CONFORMANCE = {
  unit: ['identifiers', 'verify', 'events/epcis', 'events/query', 'resolver', 'log', 'credentials'],
  integration: [
    'http/epcis',
    'http/subscription',
    'http/log',
    'http/credential',
    'http/resolver',
    'log',
    'credentials',
  ],
}
/**
 * What holds the programme's rules to the law: the pure library, the rule book, what judges dossiers, sheets, decisions and inspections by
 * it, and every `*.rule.test.ts` beside its code.
 */
const RULES = {
  traceability: ['src/verify/rating/', 'src/verify/recognition-state', '.rule.test.'],
  backend: [
    ...[
      'rules/',
      'modules/rule-book/',
      'officials/',
      'dossiers/',
      'evaluations/',
      'decisions/',
      'post-inspection/',
    ].map((folder) => `src/${folder}`),
    '.rule.test.',
  ],
}
/**
 * What counts money: property, race, crash and VNPay suites, each `*.money.test.ts` or `*.money.integration.test.ts` beside its code, with
 * the arithmetic they stand on and the simulator they pay at.
 */
const MONEY = {
  unit: { backend: ['src/money/', '.money.test.'], test: ['vnpay-simulator/'] },
  integration: { backend: ['.money.integration.test.'] },
}

/**
 * Runs the named phases and prints a line a suite, the cheap ones first. When `signal` is aborted, what runs is ended, nothing
 * else begins, and servers and folders are cleared away.
 * Out: how many tests passed and failed; a suite that could not run at all counts as one failure.
 */
export async function runPhases(root, phases, signal) {
  const total = { passed: 0, failed: 0 }
  const reports = scratchFolder()
  const failures = []
  const unsteady = []
  const count = (name, { passed, failed, notes = [], reasons = [], secondTries = [] }, ms) => {
    total.passed += passed
    total.failed += failed
    unsteady.push(...secondTries.map((each) => `${name}: ${each}`))
    if (failed > 0) failures.push(...(reasons.length > 0 ? reasons : ['see above']).map((each) => `${name}: ${each}`))
    console.log(
      `${failed > 0 ? 'FAIL ' : 'ok   '} ${name}: ${passed} passed, ${failed} failed (${(ms / 1000).toFixed(1)} s)`,
    )
    for (const note of notes) console.log(`      ${note}`)
  }
  const suite = async (name, work) => {
    if (signal.aborted) return
    const from = Date.now()
    const result = await work().catch((error) => {
      if (!signal.aborted) console.error(error)
      return { passed: 0, failed: 1, reasons: [String(error)] }
    })
    if (!signal.aborted) count(name, result, Date.now() - from)
  }
  const tool = (name, script, args, env) => suite(name, () => runTool({ root, script, args, env, signal }))
  const vitest = (name, workspace, project, env, files = []) =>
    suite(name, () =>
      runVitest({
        ...{ root, workspace, project, env, files, signal },
        report: path.join(reports, `${workspace}-${project}.json`),
      }),
    )

  try {
    const unit = (name) => vitest(`unit: ${name}`, name, 'unit')
    const build = (name, options) =>
      suite(name, async () => {
        await buildChanged(root, createProgress(), { ...options, signal })
        return { passed: 1, failed: 0 }
      })
    // Every part is checked against what the others build: their types, and for the seed the shop itself.
    await build(`build: ${UNIT_FIRST}`, { only: [UNIT_FIRST] })
    // The rules need nothing else.
    const wholeHouse = phases.some((phase) => phase !== 'rules')
    await Promise.all([
      ...(wholeHouse ? [build('build: the rest')] : []),
      ...(phases.includes('unit') ? [unit(UNIT_FIRST)] : []),
    ])
    const tasks = []
    if (phases.includes('check')) {
      tasks.push(
        () => tool('check: types', 'typescript/bin/tsc', ['-b']),
        // Tests stay out of what these two ship, and so out of their own projects.
        ...['traceability', 'backend'].map(
          (name) => () =>
            tool(`check: types of tests, ${name}`, 'typescript/bin/tsc', ['-p', `${name}/tsconfig.check.json`]),
        ),
        () => tool('check: format and lint', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
        () =>
          tool('check: imports', 'dependency-cruiser/bin/dependency-cruise.mjs', [
            ...['--config', '.dependency-cruiser.cjs'],
            ...['traceability/src', 'backend/src', 'seed/src', 'storefront/app', 'test'],
          ]),
        () => tool('check: dead code', 'knip/bin/knip.js', ['--no-progress']),
      )
    }
    // The resilience tests mostly wait for programs to come back, and leave the machine to these.
    const besideWaiting = []
    if (phases.includes('unit'))
      (phases.includes('e2e') ? besideWaiting : tasks).push(...UNIT.map((name) => () => unit(name)))
    let servers = null
    if (phases.includes('integration')) {
      servers = await startTestServers(reports)
      tasks.push(...INTEGRATION.map((name) => () => vitest(`integration: ${name}`, name, 'integration', servers.env)))
    }
    let stack = null
    if (phases.includes('e2e')) {
      // Starts beside the last suites; its own tests wait until these are through.
      tasks.push(async () => {
        stack = await startTestStack({ root, progress: createProgress(), signal }).catch((error) => {
          if (signal.aborted) return null
          console.error(error.lastLines?.join('\n') ?? '', error)
          count('e2e: start the stack', { passed: 0, failed: 1 }, 0)
          return null
        })
      })
    }
    await twoAtATime(tasks, signal)
    await servers?.stop()
    const browser = (project) => async () => {
      if (stack === null) return
      const report = path.join(reports, `e2e-${project}.json`)
      await suite(`e2e: ${project}`, () => runPlaywright({ root, runFile: stack.runFile, project, signal, report }))
    }
    await browser('pages')()
    await twoAtATime([browser('resilience'), ...besideWaiting], signal)
    await stack?.stop()
    if (phases.includes('rules')) {
      for (const [workspace, files] of Object.entries(RULES))
        await vitest(`rules: ${workspace}`, workspace, 'unit', {}, files)
    }
    if (phases.includes('money')) {
      for (const [workspace, files] of Object.entries(MONEY.unit))
        await vitest(`money: rules, ${workspace}`, workspace, 'unit', {}, files)
      const servers = await startTestServers(reports)
      try {
        for (const [workspace, files] of Object.entries(MONEY.integration))
          await vitest(`money: races and crashes, ${workspace}`, workspace, 'integration', servers.env, files)
      } finally {
        await servers.stop()
      }
    }
    if (phases.includes('conformance')) {
      const inSource = (folders) => folders.map((folder) => `src/${folder}`)
      await vitest('conformance: rules', 'traceability', 'unit', {}, inSource(CONFORMANCE.unit))
      const servers = await startTestServers(reports)
      try {
        const files = inSource(CONFORMANCE.integration)
        await vitest('conformance: service', 'traceability', 'integration', servers.env, files)
      } finally {
        await servers.stop()
      }
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  // Once more at the end: a log of forty thousand lines is read from there.
  for (const each of unsteady) console.log(`PASSED AT THE SECOND TRY, a fault to be found: ${each}`)
  for (const failure of failures) console.log(`FAILED ${failure}`)
  return total
}

/** Does them in their order, two at a time: the machine to fit is a 2-core one. */
async function twoAtATime(tasks, signal) {
  const left = [...tasks]
  const lane = async () => {
    for (let task = left.shift(); task && !signal.aborted; task = left.shift()) await task()
  }
  await Promise.all([lane(), lane()])
}

async function runTool({ root, script, args, env = {}, signal }) {
  const { code, output } = await spawnNode(root, [path.join(root, 'node_modules', script), ...args], env, signal)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, reasons: [lastLines(output)] }
}

async function runVitest({ root, workspace, project, env = {}, files, report, signal }) {
  const { code, output } = await spawnNode(
    path.join(root, workspace),
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      ...[
        'run',
        // Those of a workspace may be several: integration, integration-search.
        `--project=${project}*`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        `--retry=${project === 'integration' ? SECOND_TRIES : 0}`,
        ...files,
      ],
    ],
    env,
    signal,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1, reasons: [lastLines(output)] }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const { numPassedTests, numFailedTests, numPendingTests, success } = result
  // A suite that breaks while loading fails without a failed test; a skipped test is a test that did not run.
  const failed = numFailedTests + numPendingTests + (code !== 0 && success === false && numFailedTests === 0 ? 1 : 0)
  const notes = output.split('\n').filter((line) => line.startsWith('NOTE '))
  const reasons = failedInVitest(result)
  if (reasons.length === 0) reasons.push(lastLines(output))
  const secondTries = secondTriesInVitest(result)
  return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1), notes, reasons, secondTries }
}

async function runPlaywright({ root, runFile, project, report, signal }) {
  const { code, output } = await spawnNode(
    path.join(root, 'test'),
    [
      path.join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      ...[`--project=${project}`, '--no-deps', `--output=${path.join(root, '.data/test-results', project)}`],
      '--reporter=list,json',
      `--retries=${SECOND_TRIES}`,
    ],
    { SAO_LANG_RUN: runFile, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    signal,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1, reasons: [lastLines(output)] }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const { expected, unexpected, flaky, skipped } = result.stats
  const failed = unexpected + skipped
  const reasons = failedInPlaywright(result)
  if (reasons.length === 0) reasons.push(lastLines(output))
  const secondTries = secondTriesInPlaywright(result)
  return { passed: expected + flaky, failed: failed || (code === 0 ? 0 : 1), reasons, secondTries }
}

function spawnNode(cwd, args, env, signal) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, CI: process.env.CI ?? '1', FORCE_COLOR: '0', MEDUSA_DISABLE_TELEMETRY: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill()
  signal.addEventListener('abort', end)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
  return new Promise((resolve, reject) =>
    child.once('error', reject).once('close', (code) => resolve({ code, output })),
  ).finally(() => signal.removeEventListener('abort', end))
}
