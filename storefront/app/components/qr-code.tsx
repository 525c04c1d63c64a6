interface QrCodeProps {
  /** An SVG path in a square of `size` units, quiet zone included. */
  code: { size: number; path: string }
  /** What the code is, for those who do not see it. */
  label: string
  className: string
}

/** A QR code, dark on light whatever the theme is: scanners do not read it the other way round. */
export function QrCode({ code: { size, path }, label, className }: QrCodeProps) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={`max-w-full rounded-md ${className}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0H${size}V${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
