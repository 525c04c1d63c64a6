let draining = false

/** From now on this process answers "not ready": called once on SIGTERM. */
export function startDraining(): void {
  draining = true
}

/** True once the process has been told to stop. */
export function isDraining(): boolean {
  return draining
}
