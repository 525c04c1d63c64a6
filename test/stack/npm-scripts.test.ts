import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

it.each(Object.entries(scripts).filter(([, command]) => command.startsWith('node ')))(
  'npm run %s runs a program that is there',
  (_, command) => {
    expect(existsSync(path.join(root, command.split(' ')[1] ?? ''))).toBe(true)
  },
)

it.each(['', '--products', '--products 0', '--products 100001', '--produkte 5'])(
  'npm run seed says what it needs when told “%s”',
  (line) => {
    const told = ['scripts/seed.mjs', ...line.split(' ').filter(Boolean)]
    const { status, stderr } = spawnSync(process.execPath, told, { cwd: root, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('npm run seed -- --products 5000')
    expect(stderr).not.toMatch(/^\s+at /m)
  },
)
