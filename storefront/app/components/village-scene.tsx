/**
 * The picture of the home page: rice terraces as contour lines, a stilt house and a star lantern on a bamboo pole.
 * Decorative; its colours are roles, so it follows the theme.
 */
export function VillageScene({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 640 440" preserveAspectRatio="xMidYMax slice" className={className}>
      <circle cx="452" cy="118" r="62" fill="var(--scene-sun)" />
      <g fill="none" stroke="var(--scene-sky)" strokeWidth="2" strokeLinecap="round">
        <path d="M352 96h64m-40 14h88m36-46h72m-40 13h56" />
      </g>
      <path
        d="M0 236c60-62 122-92 178-70 40 16 60 2 96-22 52-34 92-14 130 20 44 38 96 30 140 2 38-24 66-22 96-8v282H0z"
        fill="var(--scene-far)"
      />
      <g fill="none" stroke="var(--scene-far-line)" strokeWidth="1.6">
        <path d="M0 258c62-60 122-88 178-66 42 16 64 2 98-20 50-32 88-14 124 18 46 40 100 32 146 4 36-22 64-20 94-8" />
        <path d="M0 280c64-58 122-84 178-62 44 16 68 2 100-18 48-30 84-14 118 16 48 42 104 34 152 6 34-20 62-18 92-8" />
      </g>
      <path d="M0 306c90-46 160-50 236-22s140 30 206-4 130-34 198-6v166H0z" fill="var(--scene-mid)" />
      <g fill="none" stroke="var(--scene-mid-line)" strokeWidth="1.8">
        <path d="M0 326c90-44 160-48 236-20s140 28 206-4 130-32 198-6" />
        <path d="M0 346c90-42 160-46 236-18s140 26 206-4 130-30 198-6" />
        <path d="M0 366c90-40 160-44 236-16s140 24 206-4 130-28 198-6" />
      </g>
      <g>
        <path d="M94 292l46-40 46 40-6 4H100z" fill="var(--scene-roof)" />
        <path
          d="M88 296l52-46 52 46"
          fill="none"
          stroke="var(--scene-roof)"
          strokeWidth="5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="M106 294h68v26h-68z" fill="var(--scene-wall)" />
        <path d="M130 300h20v20h-20z" fill="var(--scene-roof)" />
        <path
          d="M110 320v22m60-22v22m-40-22v20m20-20v20M100 320h80"
          stroke="var(--scene-roof)"
          strokeWidth="3.5"
          strokeLinecap="round"
        />
      </g>
      <path d="M0 392c110-34 196-30 300-4s220 20 340-18v70H0z" fill="var(--scene-near)" />
      <g fill="none" stroke="var(--scene-near-line)" strokeWidth="2">
        <path d="M0 410c110-32 196-28 300-2s220 18 340-18" />
        <path d="M0 428c110-30 196-26 300 0s220 16 340-18" />
      </g>
      <g fill="none" stroke="var(--scene-pole)" strokeLinecap="round">
        <path d="M560 424C552 300 520 180 440 96" strokeWidth="5" />
        <path d="M440 96c-26-26-58-34-84-20" strokeWidth="3.5" />
        <path d="M548 330l9-2m-21-60l9-3m-27-54l8-4m-36-50l7-5" strokeWidth="2.5" />
        <path d="M356 77v24" strokeWidth="1.6" />
      </g>
      <g transform="translate(356 158)">
        <circle r="56" fill="var(--scene-lantern)" stroke="var(--scene-pole)" strokeWidth="3.5" />
        <path
          d="M0-50l12.6 32.6L47.600-15.500 20.400 6.600 29.400 40.500 0 21.500-29.400 40.500-20.400 6.600-47.600-15.500-12.600-17.400z"
          fill="var(--gold)"
          stroke="var(--scene-pole)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        <path
          d="M0 0V-50M0 0l47.600-15.500M0 0l29.400 40.500M0 0l-29.400 40.500M0 0l-47.600-15.500"
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
