import type { LoaderFunctionArgs } from '@remix-run/node'
import { labels } from '#app/i18n/labels.ts'
import type { PageHead } from '#app/lib/page-meta.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'

type LabelWords = ReturnType<typeof serverT<typeof labels>>

/** The head of a labels page. In: what says its title. */
export function labelsHead(args: LoaderFunctionArgs, title: (t: LabelWords) => string): PageHead {
  const context = requestContext(args)
  const t = serverT(context, labels)
  return deskHead(context, new URL(args.request.url).pathname, title(t), t('lead'))
}
