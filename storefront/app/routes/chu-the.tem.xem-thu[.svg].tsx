import type { LoaderFunctionArgs } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { newBatchSchema } from '#app/schemas/labels.ts'

const previewSchema = newBatchSchema.pick({
  ...{ goods: true, packedOn: true, bestBefore: true, line1: true, line2: true, line3: true },
})
const LAYOUT = { sheet: 'a4-21' }

/** One label as it would be printed, drawn for the fields of the form; an empty picture when they cannot be drawn. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const parsed = previewSchema.safeParse(Object.fromEntries(new URL(args.request.url).searchParams))
  if (!parsed.success) return picture(BLANK, 400)
  const { goods, line1, line2, line3, ...days } = parsed.data
  const printedLines = [line1, line2, line3].filter((line) => line !== '')
  try {
    const body = { ...goods, ...days, printedLines, kind: 'plain', layout: LAYOUT }
    const { svg } = await producer.ask<{ svg: string }>('/producer/label-preview', { method: 'POST', body })
    return picture(svg, 200)
  } catch (error) {
    if (error instanceof ShopError) return picture(BLANK, error.status)
    throw error
  }
}

/** Browsers draw a picture whatever its status: a blank label instead of a broken sign. */
const BLANK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 63.5 38.1"><path fill="#fff" d="M0 0h64v39H0z"/></svg>'

function picture(svg: string, status: number): Response {
  return new Response(svg, {
    status,
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-store' },
  })
}
