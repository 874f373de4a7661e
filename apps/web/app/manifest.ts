import type { MetadataRoute } from 'next';

/** Lets the page be installed: on an iPhone only then notifications can come. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Fourways',
    short_name: 'Fourways',
    start_url: '/',
    display: 'standalone',
    background_color: '#f4f2ed',
    theme_color: '#f4f2ed',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
}
