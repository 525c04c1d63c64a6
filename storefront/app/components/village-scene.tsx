/**
 * The picture of the home page: rice terraces as contour lines, a stilt house and a star lantern on a bamboo pole.
 * Decorative; its colours are roles, so it follows the theme. The left half stays low, words stand there.
 */
export function VillageScene({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 1440 560" preserveAspectRatio="xMaxYMax slice" className={className}>
      <circle cx="1222" cy="220" r="70" fill="var(--scene-sun)" />
      <path
        d="M1010 168h78m-52 16h104m74-52h86m-50 16h70M880 236h54m-30 14h62"
        fill="none"
        stroke="var(--scene-sky)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <Hill top="M0 520C200 500 380 505 560 470S760 360 880 330s160 20 240 10 160-90 320-104" name="far" />
      <Hill top="M0 538C260 520 460 530 640 490S860 400 980 392s180 48 280 38 130-38 180-44" name="mid" />
      <g transform="translate(800 54)">
        <path
          d="M88 296l52-46 52 46-8 4H96z"
          fill="var(--scene-roof)"
          stroke="var(--scene-roof)"
          strokeWidth="5"
          strokeLinejoin="round"
        />
        <path d="M106 296h68v26h-68z" fill="var(--scene-wall)" />
        <path d="M130 301h20v21h-20z" fill="var(--scene-roof)" />
        <path
          d="M110 322v22m60-22v22m-40-22v20m20-20v20M100 322h80"
          stroke="var(--scene-roof)"
          strokeWidth="3.5"
          strokeLinecap="round"
        />
      </g>
      <Hill top="M0 550C300 536 560 550 760 520s320-44 440-28 180 4 240-12" name="near" />
      <g transform="translate(770 116)" fill="none" stroke="var(--scene-pole)" strokeLinecap="round">
        <path d="M560 424C552 300 520 180 440 96" strokeWidth="5.5" />
        <path d="M440 96c-26-26-58-34-84-20" strokeWidth="3.5" />
        <path d="M548 330l9-2m-21-60l9-3m-27-54l8-4m-36-50l7-5" strokeWidth="2.5" />
        <path d="M356 77v24" strokeWidth="1.6" />
      </g>
      <g transform="translate(1126 274)">
        <circle r="56" fill="var(--scene-lantern)" stroke="var(--scene-pole)" strokeWidth="3.5" />
        <path
          d="M0-50l12.6 32.6L47.6-15.5 20.4 6.6 29.4 40.5 0 21.5-29.4 40.5-20.4 6.6-47.6-15.5-12.6-17.4z"
          fill="var(--gold)"
          stroke="var(--scene-pole)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        <path
          d="M0 0V-50M0 0L47.6-15.5M0 0L29.4 40.5M0 0L-29.4 40.5M0 0L-47.6-15.5"
          fill="none"
          stroke="var(--scene-pole)"
          strokeWidth="1.8"
        />
        <path
          d="M-14 56c-3 14-3 26-6 40m14-39c-1 14 0 28-1 44m9-44c2 14 3 26 4 40m6-42c4 12 7 24 9 36"
          fill="none"
          stroke="var(--leaf)"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      </g>
    </svg>
  )
}

/** A hill with three terrace walls that follow its ridge. */
function Hill({ top, name }: { top: string; name: 'far' | 'mid' | 'near' }) {
  return (
    <>
      <path d={`${top}V560H0z`} fill={`var(--scene-${name})`} />
      <g fill="none" stroke={`var(--scene-${name}-line)`} strokeWidth="2">
        {[20, 40, 60].map((down) => (
          <path key={down} d={top} transform={`translate(0 ${down})`} />
        ))}
      </g>
    </>
  )
}
