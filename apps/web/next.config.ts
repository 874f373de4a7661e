import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
import createNextIntlPlugin from 'next-intl/plugin';
import { apiUrl } from './server/api-url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

/** Only `next dev` passes the API through: in production the browser reaches it directly on the same origin. */
const apiInDevelopment: NextConfig = {
  skipTrailingSlashRedirect: true,
  rewrites: async () => [
    { source: '/api/ws/', destination: apiUrl('/api/ws/') },
    { source: '/api/:path*', destination: apiUrl('/api/:path*') },
  ],
};

export default (phase: string): NextConfig =>
  withNextIntl({
    output: 'standalone',
    outputFileTracingRoot: repository,
    poweredByHeader: false,
    turbopack: { root: repository },
    ...(phase === PHASE_DEVELOPMENT_SERVER && apiInDevelopment),
  });
