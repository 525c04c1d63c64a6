/** Where producers sign in; `?ve=` is where they go afterwards. */
export const SIGN_IN_PATH = '/chu-the/dang-nhap'
