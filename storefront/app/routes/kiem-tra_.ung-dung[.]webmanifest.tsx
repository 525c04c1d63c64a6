const icon = (size: number) => ({ src: `/icon-kiem-tra-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })

/** Web App Manifest of the inspectors' app (https://www.w3.org/TR/appmanifest/). */
export function loader() {
  return Response.json(
    {
      id: '/kiem-tra/tra',
      name: 'Sao Làng: Kiểm tra',
      short_name: 'Kiểm tra OCOP',
      description: 'Tra tem, hạng sao và lập biên bản, cả khi không có mạng.',
      lang: 'vi',
      start_url: '/kiem-tra/tra',
      scope: '/kiem-tra/',
      display: 'standalone',
      background_color: '#fbf7ee',
      theme_color: '#fbf7ee',
      icons: [icon(192), { ...icon(512), purpose: 'any' }],
    },
    { headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' } },
  )
}
