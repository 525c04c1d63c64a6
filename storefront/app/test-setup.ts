import { afterEach, beforeEach, expect, vi } from 'vitest'

// React reports wrong markup and missing keys through console.error; nobody reads it unless it fails the test.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled()
  expect(console.warn).not.toHaveBeenCalled()
})
