/** Where officials sign in; `?ve=` is where they go afterwards. */
export const OFFICIAL_SIGN_IN = '/can-bo/dang-nhap'
/** An official's work begins with the list of what waits. */
export const OFFICIAL_HOME = '/can-bo'
