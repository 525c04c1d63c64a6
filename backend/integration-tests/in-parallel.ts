/** Does work for each, so many at a time. Throws what any of it throws. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, most = 8) {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: most }, worker))
}
