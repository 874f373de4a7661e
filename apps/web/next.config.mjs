// @ts-check
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';
import { apiUrl } from './server/api-url.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

/**
 * Only `next dev` passes the API through: in production the browser reaches it directly on the same origin.
 *
 * @type {import('next').NextConfig}
 */
const apiInDevelopment = {
  skipTrailingSlashRedirect: true,
  rewrites: async () => [
    { source: '/api/ws/', destination: apiUrl('/api/ws/') },
    { source: '/api/:path*', destination: apiUrl('/api/:path*') },
  ],
};

/**
 * `WEB_STANDALONE=1` packs `.next/standalone` for a container of its own; inside the API's process it is of no use.
 *
 * @param {string} phase
 */
export default (phase) =>
  withNextIntl({
    ...(process.env.WEB_STANDALONE === '1' && { output: 'standalone' }),
    outputFileTracingRoot: repository,
    poweredByHeader: false,
    turbopack: { root: repository },
    ...(phase === PHASE_DEVELOPMENT_SERVER && apiInDevelopment),
  });
