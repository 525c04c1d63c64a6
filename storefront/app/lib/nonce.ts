import { createContext } from 'react'

/** The nonce of this request's scripts. Set on the server only; browsers hide nonces, so there it is undefined. */
export const NonceContext = createContext<string | undefined>(undefined)
