export type ReviewState = 'waiting' | 'shown' | 'hidden' | 'withdrawn'
export type HideReason = 'insult' | 'personal_data' | 'off_topic' | 'advertising' | 'unlawful'

/** What buyers gave: how many reviews, their mean to one decimal, and how many gave 1, 2, 3, 4, 5 points. */
export interface Rating {
  count: number
  mean: number | null
  spread: number[]
}

/** A review as the public reads it; moments are UTC, ISO 8601. */
export interface PublicReview {
  id: string
  points: number
  body: string
  displayName: string | null
  variant: string | null
  writtenAt: string
  returned: boolean
  reply: string | null
  repliedAt: string | null
  sample: boolean
}

/** The same for its writer and the producer. */
export interface ReviewView extends PublicReview {
  state: ReviewState
  hideReason: HideReason | null
  product: string
  productHandle: string
  reportedAt: string | null
}

export interface ReviewChoices {
  state: 'open' | 'not_delivered' | 'over'
  until: string | null
  lines: { lineId: string; title: string; variant: string | null; review: ReviewView | null }[]
}

export interface ProductReviews {
  rating: Rating
  reviews: PublicReview[]
  count: number
}
