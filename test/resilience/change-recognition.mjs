// Changes a recognition the way an officer's action does: through the workflow, in a process of its own.
// node change-recognition.mjs correct|revoke|restore <recognition id> <yyyy-mm-dd> [pid]; the environment is the backend's.
// `pid` names a process that is killed as soon as the change is committed. `restore` takes a revocation back, after a test.
const { openShop } = await import('@sao-lang/backend/open-shop')
const { correctValidityWorkflow } = await import('@sao-lang/backend/workflows/recognition/workflows/correct-validity')
const { revokeRecognitionWorkflow } = await import(
  '@sao-lang/backend/workflows/recognition/workflows/revoke-recognition'
)

const [change, recognitionId, day, pid] = process.argv.slice(2)
const { container, close } = await openShop()
const CHANGES = {
  correct: () => correctValidityWorkflow(container).run({ input: { recognitionId, validTo: day } }),
  revoke: () => revokeRecognitionWorkflow(container).run({ input: { recognitionId, revokedOn: day } }),
  restore: () => container.resolve('recognition').changeRecognition({ id: recognitionId, revoked_on: null }),
}
await CHANGES[change]()
if (pid) process.kill(Number(pid), 'SIGKILL')
await close()
process.exit(0)
