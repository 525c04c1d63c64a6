import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/post-inspection/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The register of mark use as a file: `?loai=csv|xlsx&q=`. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const format = searchParams.get('loai') === 'xlsx' ? 'xlsx' : 'csv'
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const search = q === '' ? '' : `?${new URLSearchParams({ q })}`
  return passFile(await pageData(official.file(`/official/mark-uses.${format}${search}`)))
}
