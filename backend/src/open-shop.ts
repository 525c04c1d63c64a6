import path from 'node:path'
import type { MedusaContainer } from '@medusajs/framework/types'
import loadMedusa from '@medusajs/medusa/loaders/index'
import express from 'express'

export interface OpenShop {
  container: MedusaContainer
  /** Ends connections. Call it before the program ends. */
  close: () => Promise<void>
}

/**
 * Opens the shop for a program that writes data: modules, links, workflows and subscribers, but no HTTP server and no
 * scheduled jobs. Reads the environment of docs/contracts.md; the database must be migrated.
 * Changes the working directory of the process: Medusa looks for modules from there.
 */
export async function openShop(): Promise<OpenShop> {
  const root = path.resolve(__dirname, '..')
  process.chdir(root)
  process.env.MEDUSA_WORKER_MODE = 'server'
  const { container, shutdown } = await loadMedusa({
    directory: root,
    expressApp: express(),
    skipLoadingEntryPoints: true,
  })
  return { container, close: shutdown }
}
