// @ts-check
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';
import { apiUrl } from './server/api-url.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** Messages are compiled with the build: no browser carries a parser for them. */
const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: { messages: { path: './messages', locales: 'infer', format: 'json', sourceLocale: 'en', precompile: true } },
});

/** One name for a build. Next's other processes inherit it; what browsers compare is compiled in. */
const version = (process.env.WEB_VERSION ||= randomUUID());

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
    env: { WEB_VERSION: version },
    generateBuildId: () => version,
    poweredByHeader: false,
    turbopack: { root: repository },
    ...(phase === PHASE_DEVELOPMENT_SERVER && apiInDevelopment),
  });
