import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Papers of the chosen orders: a posted list leads to its address, which can be opened again. */
export async function action({ request }: ActionFunctionArgs) {
  const kind = new URL(request.url).searchParams.get('loai') === 'delivery' ? 'delivery' : 'packing'
  const orders = (await request.formData()).getAll('order').map(String).slice(0, 50)
  if (orders.length === 0) return redirect('/chu-the/don-hang?sai=chon', 303)
  return redirect(`/chu-the/in-don?${new URLSearchParams({ loai: kind, don: orders.join(',') })}`, 303)
}

/** `?loai=packing|delivery&don=a,b`: one PDF with a paper for each order. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const kind = searchParams.get('loai') === 'delivery' ? 'delivery' : 'packing'
  const orders = searchParams.get('don') ?? ''
  if (orders === '') return redirect('/chu-the/don-hang?sai=chon', 303)
  return passFile(await pageData(producer.file(`/producer/orders/papers.pdf?${new URLSearchParams({ kind, orders })}`)))
}
