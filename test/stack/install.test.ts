import { describe, expect, it } from 'vitest'
import { lockWithAddresses } from '../../scripts/stack/install.mjs'

describe('lockWithAddresses', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { name: 'sao-lang' },
      'node_modules/@sao-lang/seed': { resolved: 'seed', link: true },
      'node_modules/zod': { version: '4.2.0', integrity: 'sha512-a' },
      'node_modules/a/node_modules/@scope/b': { version: '1.0.0', integrity: 'sha512-b' },
      'node_modules/alias': { name: 'real', version: '2.0.0', integrity: 'sha512-c' },
    },
  }

  it('gives each package of the registry its address, nested, scoped and renamed ones too', () => {
    const { packages } = lockWithAddresses(lock, 'https://registry.example/npm/')
    expect(packages['node_modules/zod']?.resolved).toBe('https://registry.example/npm/zod/-/zod-4.2.0.tgz')
    expect(packages['node_modules/a/node_modules/@scope/b']?.resolved).toBe(
      'https://registry.example/npm/@scope/b/-/b-1.0.0.tgz',
    )
    expect(packages['node_modules/alias']?.resolved).toBe('https://registry.example/npm/real/-/real-2.0.0.tgz')
  })

  it('leaves our own workspaces alone', () => {
    const { packages } = lockWithAddresses(lock, 'https://registry.example')
    expect(packages['']).toEqual({ name: 'sao-lang' })
    expect(packages['node_modules/@sao-lang/seed']).toEqual({ resolved: 'seed', link: true })
  })
})
