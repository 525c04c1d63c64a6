import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/post-inspection/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A photo or paper of an inspection; `?tra-loi=1` for one that the holder answered with. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const [id, file] = [args.params.id ?? '', args.params.file ?? ''].map(encodeURIComponent)
  const folder = new URL(args.request.url).searchParams.get('tra-loi') === '1' ? 'answers' : 'photos'
  return passFile(await pageData(official.file(`/official/post-inspections/${id}/${folder}/${file}`)))
}
