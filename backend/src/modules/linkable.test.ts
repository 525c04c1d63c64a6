import AfterSaleModule from './after-sale'
import AuditModule from './audit'
import CheckoutModule from './checkout'
import ComplaintModule from './complaint'
import CustomerAccountModule from './customer-account'
import DossierModule from './dossier'
import EvaluationModule from './evaluation'
import EvidenceModule from './evidence'
import InspectionModule from './inspection'
import ListingModule from './listing'
import NoticeModule from './notice'
import OfficialModule from './official'
import OrderGroupModule from './order-group'
import OrderMessageModule from './order-message'
import OutboxModule from './outbox'
import ParcelModule from './parcel'
import PaymentsModule from './payments'
import PlaceModule from './place'
import PostInspectionModule from './post-inspection'
import ProducerModule from './producer'
import ProgrammeModule from './programme'
import PromotionCentreModule from './promotion-centre'
import PromotionOfferModule from './promotion-offer'
import RecallModule from './recall'
import RecognitionModule from './recognition'
import RuleBookModule from './rule-book'
import ScanReportModule from './scan-report'
import SellerAccountModule from './seller-account'
import SettlementModule from './settlement'
import SitePageModule from './site-page'

/** Entity and key by linkable name: links and `query.graph` of other parts stand on these. */
function linkableOf(module: { linkable: object }): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(module.linkable).map(([name, keys]) => [
      name,
      Object.keys(keys as object).filter((key) => key !== 'toJSON'),
    ]),
  )
}

it('keeps what other modules may link to', () => {
  expect(linkableOf(PlaceModule)).toEqual({ province: ['code'], commune: ['code'], legacyPlace: ['key'] })
  expect(linkableOf(ProducerModule)).toEqual({
    producer: ['id'],
    producerMember: ['id'],
    evidenceFile: ['file'],
  })
  expect(linkableOf(RecognitionModule)).toEqual({
    councilDecision: ['id'],
    decisionDraft: ['id'],
    decisionImport: ['id'],
    decisionImportRow: ['id'],
    recognition: ['id'],
    recognitionSuspension: ['id'],
    starState: ['product_id'],
  })
  expect(linkableOf(ListingModule)).toEqual({
    listingChange: ['id'],
    listingDetail: ['id'],
    listingImport: ['id'],
    listingProposal: ['id'],
    preorder: ['id'],
  })
  expect(linkableOf(PromotionCentreModule)).toEqual({ promotionCentre: ['id'], shop: ['id'], fair: ['id'] })
  expect(linkableOf(ProgrammeModule)).toEqual({
    statistic: ['code'],
    legalInstrument: ['code'],
    planTarget: ['id'],
    reportRelease: ['id'],
  })
  expect(linkableOf(OutboxModule)).toEqual({ outboxMessage: ['id'], passportReceipt: ['product_id'] })
  expect(linkableOf(CheckoutModule)).toEqual({
    cartChoice: ['key'],
    cartCode: ['key'],
    deliveryRate: ['id'],
    idempotentAnswer: ['key'],
  })
  expect(linkableOf(InspectionModule)).toEqual({
    inspector: ['id'],
    inspectionRecord: ['id'],
    inspectionFile: ['file'],
    lookUp: ['id'],
  })
  expect(linkableOf(EvaluationModule)).toEqual({
    evaluationRound: ['id'],
    evaluation: ['id'],
    evaluationAdvice: ['id'],
    council: ['id'],
    councilMember: ['id'],
    sitting: ['id'],
    sittingItem: ['id'],
    scoreSheet: ['id'],
  })
  expect(linkableOf(ScanReportModule)).toEqual({ scanReport: ['id'] })
  expect(linkableOf(SitePageModule)).toEqual({ sitePageVersion: ['id'] })
  expect(linkableOf(ComplaintModule)).toEqual({ complaint: ['id'], complaintStep: ['id'] })
  expect(linkableOf(CustomerAccountModule)).toEqual({
    customerConsent: ['id'],
    customerFollow: ['id'],
    dataRequest: ['id'],
    passwordReset: ['id'],
  })
  expect(linkableOf(DossierModule)).toEqual({
    dossier: ['id'],
    dossierPick: ['id'],
    dossierPaper: ['id'],
    dossierReturn: ['id'],
    dossierConfirmation: ['id'],
    dossierEvent: ['id'],
    receiptCounter: ['key'],
    storyDraft: ['product_id'],
  })
  expect(linkableOf(OfficialModule)).toEqual({ official: ['id'], officialPost: ['id'] })
  expect(linkableOf(AuditModule)).toEqual({ auditEntry: ['id'] })
  expect(linkableOf(NoticeModule)).toEqual({ notice: ['id'], noticeReading: ['id'] })
  expect(linkableOf(RuleBookModule)).toEqual({ ruleRecord: ['id'] })
  expect(linkableOf(PostInspectionModule)).toEqual({
    inspectionPlan: ['id'],
    inspectionPlanItem: ['id'],
    postInspection: ['id'],
    postInspectionFile: ['file'],
    inspectionLink: ['id'],
    followUp: ['id'],
    revocationProposal: ['id'],
    markArtwork: ['id'],
  })
  expect(linkableOf(SellerAccountModule)).toEqual({
    bankAccount: ['id'],
    centreAgreement: ['id'],
    sellerSuspension: ['id'],
    sellerApplication: ['id'],
    sellerPaper: ['id'],
    memberInvitation: ['id'],
    memberPasswordReset: ['id'],
  })
  expect(linkableOf(PaymentsModule)).toEqual({
    paymentAttempt: ['id'],
    paymentReceipt: ['id'],
    paymentRefund: ['id'],
    gatewayMessage: ['id'],
    reconciliation: ['id'],
  })
  expect(linkableOf(OrderGroupModule)).toEqual({ orderGroup: ['id'], sellerOrder: ['order_id'] })
  expect(linkableOf(OrderMessageModule)).toEqual({ orderConversation: ['order_id'], orderMessage: ['id'] })
  expect(linkableOf(PromotionOfferModule)).toEqual({ promotionOffer: ['id'], promotionUse: ['key'] })
  expect(linkableOf(ParcelModule)).toEqual({
    parcel: ['id'],
    parcelLine: ['id'],
    parcelLot: ['id'],
    parcelUnit: ['id'],
  })
  expect(linkableOf(AfterSaleModule)).toEqual({
    returnRequest: ['id'],
    returnLine: ['id'],
    returnFile: ['file'],
    returnWindow: ['id'],
    dispute: ['id'],
  })
  expect(linkableOf(SettlementModule)).toEqual({
    balanceCheck: ['id'],
    commissionRule: ['id'],
    payout: ['id'],
    payoutBatch: ['id'],
    payoutSetting: ['id'],
    withholdingRate: ['id'],
  })
  expect(linkableOf(RecallModule)).toEqual({ recallNotice: ['id'] })
  expect(linkableOf(EvidenceModule)).toEqual({ paper: ['id'], personalField: ['id'] })
})
