import { changeStep } from './change'

export interface AnswerRow {
  id: string
  producerId: string
  note: string
  file: string | null
  memberId: string
  at: string
}

/** Keeps the holder's answer. Throws ApiError 404, 409 `follow_up_state`. */
export const answerFollowUpStep = changeStep('answer-follow-up', (service, answer: AnswerRow) =>
  service.answerFollowUp(answer),
)

export interface ReviewRow {
  id: string
  verdict: 'accepted' | 'refused'
  note: string
  officialId: string
  at: string
  due_on?: string
}

/** Takes or refuses an answer. Throws ApiError 404, 409 `follow_up_state`. */
export const reviewFollowUpStep = changeStep('review-follow-up', (service, review: ReviewRow) =>
  service.reviewFollowUp(review),
)
