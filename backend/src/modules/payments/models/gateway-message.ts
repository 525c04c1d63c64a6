import { model } from '@medusajs/framework/utils'
import { MESSAGE_KINDS } from '../kinds'

/** What a gateway told us, kept after its signature was found right: without the signature, without secrets. */
export const GatewayMessage = model
  .define('GatewayMessage', {
    id: model.id({ prefix: 'gmsg' }).primaryKey(),
    gateway: model.text(),
    kind: model.enum([...MESSAGE_KINDS]),
    /** The attempt's reference it speaks of. */
    reference: model.text(),
    content: model.json(),
    /** What we answered (RspCode), or what we made of an answer. */
    answer: model.text(),
    /** Why a person must look; null when nobody must. */
    alert: model.text().nullable(),
    seen_by: model.text().nullable(),
    said_at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_gateway_message_reference', on: ['reference'] },
    { name: 'IDX_gateway_message_said', on: ['said_at'] },
  ])
