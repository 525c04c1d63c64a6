import type { MedusaContainer } from '@medusajs/framework/types'
import { type DraftContent, decidingLevel } from '../decisions/draft-input'
import type { RevocationProposalDTO } from '../modules/post-inspection/service'
import type { HeldPost } from '../officials/held-post'
import { namedPlaces } from '../officials/place-names'
import { rulesOn } from '../rules/rules-on'

/** The minister's office, as it signs today. */
const MINISTRY = 'Bộ Nông nghiệp và Môi trường'
/** As much of a reason as a decision prints. */
const LONGEST = 500

/**
 * What the draft of a decision says at first: the authority of the post, the law, and the one recognition to be taken back, from today.
 * Who drafts may change it before it is signed. In: the proposal, the post, today at +07.
 */
export async function decisionOfProposal(
  container: MedusaContainer,
  proposal: RevocationProposalDTO,
  post: HeldPost,
  today: string,
): Promise<DraftContent> {
  const rules = await rulesOn(container, today)
  return {
    authority: await authorityOf(container, post),
    legalBasis: rules.sourceOf('revocation-grounds').source,
    evaluationRef: proposal.id,
    content: {
      kind: 'revocation',
      rows: [
        {
          recognitionId: proposal.recognition_id,
          ground: proposal.ground,
          conclusionOn: proposal.concluded_on,
          conclusion: proposal.reason.slice(0, LONGEST),
          from: today,
        },
      ],
    },
  }
}

async function authorityOf(container: MedusaContainer, post: HeldPost): Promise<string> {
  if (decidingLevel(post) === 'central') return MINISTRY
  const [place] = await namedPlaces(container, [{ provinceCode: post.provinceCode, communeCode: null }])
  const name = place?.provinceName ?? ''
  return `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
