import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { isPeriod } from '#app/lib/producer/period.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** What was delivered in a period, for e-invoices: `?loai=xlsx|csv&from=&to=`. A period that is none leads back to its form. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '']
  if (!isPeriod(from, to)) return redirect('/chu-the/don-hang?sai=ky', 303)
  const format = searchParams.get('loai') === 'csv' ? 'csv' : 'xlsx'
  return passFile(
    await pageData(producer.file(`/producer/invoice-data.${format}?${new URLSearchParams({ from, to })}`)),
  )
}
