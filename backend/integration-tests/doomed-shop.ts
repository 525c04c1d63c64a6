import { openShop } from '../src/open-shop'
import { DEEDS, type Deed, type DeedArgs } from './crash-deeds'

/** A shop in a process of its own, told what to do by the one that will kill it. */
async function main(): Promise<void> {
  const { container } = await openShop()
  process.on('message', async ({ deed, args }: { deed: Deed; args: never }) => {
    const work = DEEDS[deed] as (shop: typeof container, args: DeedArgs[Deed]) => Promise<unknown>
    const error = await work(container, args).then(
      () => null,
      (failed: unknown) => String(failed),
    )
    process.send?.({ done: true, error })
  })
  process.send?.({ ready: true })
}

void main()
