import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseEnv } from './env.mjs'

const complete = {
  BACKEND_URL: 'http://127.0.0.1:9000/',
  TRACE_URL: 'http://127.0.0.1:9100',
  STOREFRONT_URL: 'https://sao-lang.example',
  PUBLISHABLE_KEY: 'pk_0123456789',
  TRACE_INTERNAL_TOKEN: '0123456789abcdef0123456789abcdef',
  SESSION_SECRET: '0123456789abcdef0123456789abcdef',
}

test('addresses lose their trailing slash, ports have defaults', () => {
  expect(parseEnv(complete)).toMatchObject({ BACKEND_URL: 'http://127.0.0.1:9000', PORT: 3000, HOST: '127.0.0.1' })
})

test.each(Object.keys(complete))('a missing %s stops the start with a sentence that names it', (name) => {
  expect(() => parseEnv({ ...complete, [name]: undefined })).toThrow(new RegExp(`${name} is missing: expected .+\\.$`))
})

test('a wrong value is named but never printed', () => {
  const attempt = () => parseEnv({ ...complete, SESSION_SECRET: 'hunter2', PORT: 'eighty' })
  expect(attempt).toThrow(
    /SESSION_SECRET is wrong: expected at least 32 characters\. PORT is wrong: expected a whole number\./,
  )
  expect(attempt).not.toThrow(/hunter2/)
})

test('the publishable key may come from the file that a set-up step left', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-env-'))
  const file = path.join(dir, 'seed.json')
  const variables = { ...complete, PUBLISHABLE_KEY: undefined, PUBLISHABLE_KEY_FILE: file }
  expect(() => parseEnv(variables)).toThrow(/PUBLISHABLE_KEY_FILE names no readable file/)
  writeFileSync(file, JSON.stringify({ publishableKey: 'pk_from_the_file' }))
  expect(parseEnv(variables).PUBLISHABLE_KEY).toBe('pk_from_the_file')
  rmSync(dir, { recursive: true })
})
