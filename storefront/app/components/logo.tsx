/**
 * The house mark in the colour of the text around it: a star lantern of bamboo and paper, as villages hang at
 * mid-autumn. Not the programme's mark.
 */
export function Logo() {
  return <span className="logo" aria-hidden="true" />
}
