// Corrects a recognition's last day the way an officer's action does: through the workflow, in a process of its own.
// node correct-validity.mjs <recognition id> <yyyy-mm-dd>; the environment is the backend's.
const { openShop } = await import('@sao-lang/backend/open-shop')
const { correctValidityWorkflow } = await import('@sao-lang/backend/workflows/recognition/workflows/correct-validity')

const [recognitionId, validTo] = process.argv.slice(2)
const shop = await openShop()
await correctValidityWorkflow(shop.container).run({ input: { recognitionId, validTo } })
await shop.close()
process.exit(0)
