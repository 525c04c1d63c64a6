import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runTask } from './task.mjs'

/** What each part is built from, how, and which parts must be built before it. */
const PARTS = [
  { name: 'traceability', after: [], out: 'traceability/dist', command: ['typescript/bin/tsc', '-b', 'traceability'] },
  {
    name: 'backend',
    after: ['traceability'],
    out: 'backend/.medusa/server/package.json',
    cwd: 'backend',
    command: ['@medusajs/cli/cli.js', 'build'],
  },
  {
    name: 'storefront',
    after: ['traceability'],
    out: 'storefront/build/server',
    cwd: 'storefront',
    command: ['@remix-run/dev/dist/cli.js', 'vite:build'],
  },
  { name: 'seed', after: ['traceability', 'backend'], out: 'seed/dist', command: ['typescript/bin/tsc', '-b', 'seed'] },
]
const IGNORED = new Set(['node_modules', 'dist', 'build', '.medusa', '.cache', 'test-results', 'bench'])

/** Builds the parts whose sources changed since their last build, in order, two at a time. `only` names the wanted ones. */
export async function buildChanged(root, progress, { only = PARTS.map((part) => part.name), signal } = {}) {
  const wanted = PARTS.filter(
    (part) => only.includes(part.name) || PARTS.some((p) => only.includes(p.name) && p.after.includes(part.name)),
  )
  const done = new Map()
  for (const part of wanted)
    done.set(
      part.name,
      Promise.all(part.after.map((name) => done.get(name))).then(() => buildIfChanged(root, part, progress, signal)),
    )
  const results = await Promise.allSettled(done.values())
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

/** A hash over everything that decides the build of `name`, its dependencies included. */
export function sourceHash(root, name) {
  const part = PARTS.find((candidate) => candidate.name === name)
  const hash = createHash('sha256')
  for (const folder of [...part.after, name])
    for (const file of sources(path.join(root, folder)))
      hash.update(path.relative(root, file)).update(readFileSync(file))
  for (const file of ['tsconfig.base.json', 'package-lock.json']) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

async function buildIfChanged(root, part, progress, signal) {
  const stamp = path.join(root, 'node_modules/.cache/sao-lang', `${part.name}.built`)
  const hash = sourceHash(root, part.name)
  if (existsSync(path.join(root, part.out)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await progress.step(`build ${part.name}`, () => run(root, part, signal))
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

function run(root, part, signal) {
  const [script, ...args] = part.command
  return runTask({
    script: path.join(root, 'node_modules', script),
    args,
    cwd: path.join(root, part.cwd ?? ''),
    env: { ...process.env, NODE_ENV: 'production', MEDUSA_DISABLE_TELEMETRY: 'true' },
    signal,
    failure: `The ${part.name} could not be built.`,
    nextStep: 'The lines above name the file and the reason.',
  })
}

function sources(folder) {
  const files = []
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (IGNORED.has(entry.name) || /\.(test|spec)\.[a-z]+$|\.integration\.|\.tsbuildinfo$|\.md$/.test(entry.name))
      continue
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) files.push(...sources(file))
    else if (entry.isFile()) files.push(file)
  }
  return files
}
