import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { officialOf } from '../../../../../officials/official-scope'
import { officialActor, recordAudit } from '../../../../../officials/record-audit'
import { citedPaper } from '../../../../../papers/cited-paper'
import { paperRulesOn } from '../../../../../papers/paper-rules'
import { sendPaper } from '../../../../../papers/send-paper'

/**
 * `GET /official/papers/:id/file`: the paper itself. A paper of a kind that names people is noted in the journal before it is
 * sent: without the entry there is no answer.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { paper, post, place } = await citedPaper(req.scope, official, String(req.params.id), 'dossier:read')
  const { kinds } = await paperRulesOn(req.scope, vietnamDay(new Date()))
  const kind = kinds.find(({ code }) => code === paper.kind)
  if (kind === undefined || kind.personal) {
    await recordAudit(req.scope, {
      actor: officialActor(official, post),
      verb: 'paper:read',
      subject: { type: 'paper', id: paper.id },
      place,
      details: { kind: paper.kind, producerId: paper.producer_id },
    })
  }
  await sendPaper(req, res, paper)
}
