/** Where buyers sign in. */
export const SIGN_IN_PATH = '/tai-khoan/dang-nhap'
