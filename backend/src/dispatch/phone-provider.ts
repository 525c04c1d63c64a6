/** Sends a text message (SMS, Zalo) to a telephone number. Throws when it could not. */
export interface PhoneProvider {
  send(message: { id: string; to: string; text: string }): Promise<void>
}

/** The provider of this installation. None is built in: messages to telephones are kept as unsendable, where the operator sees them. */
export function phoneProvider(): PhoneProvider | null {
  return null
}
