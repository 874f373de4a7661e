import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './tools/lint/rules.mjs';

const typescript = ['**/*.{ts,tsx,mts}'];
const tests = ['**/*.spec.{ts,tsx,mjs}', 'libs/chat-core/src/testing/**', 'apps/*/{test,e2e}/**'];
const settingsOwners = ['apps/api/src/config/**', 'apps/api/src/main.ts', 'apps/api/src/seed/main.ts', 'apps/web/server/api-url.mjs', 'apps/web/features/version/own-version.ts', 'apps/web/next.config.mjs', 'apps/web/playwright.config.ts', 'prisma.config.ts'];

const nodeGlobals = ['AbortController', 'AbortSignal', 'Buffer', 'URL', 'URLSearchParams', 'clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'setInterval', 'setTimeout'];

/** Which kind of project may depend on which: held by Nx through the tags in each package.json. */
const depConstraints = [
  { sourceTag: 'type:core', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:client', onlyDependOnLibsWithTags: ['type:core'] },
  { sourceTag: 'type:api', onlyDependOnLibsWithTags: ['type:core', 'type:client'] },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:core', 'type:client'] },
  { sourceTag: 'type:bench', onlyDependOnLibsWithTags: ['type:core', 'type:client'] },
];

const boundaries = (...allow) => ['error', { enforceBuildableLibDependency: false, allow, depConstraints }];

const settingsMessage = "Settings are read in one place per app: apps/api/src/config and apps/web/server/api-url.mjs. Nothing else looks at process.env.";
const textMessage = 'Texts that people read live in apps/web/messages, in every language: use useTranslations.';

export default defineConfig(
  { ignores: ['**/dist/', '**/.next/', '**/generated/', '**/next-env.d.ts', '**/test-results/', '**/playwright-report/', 'artifacts/', 'data/', '.nx/'] },
  eslint.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-useless-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['apps/web/public/sw.js'],
    languageOptions: { globals: { self: 'readonly', fetch: 'readonly' } },
  },
  {
    files: typescript,
    plugins: { '@nx': nx, house },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      'house/boundary': 'error',
      'house/file-name': 'error',
    },
  },
  {
    files: ['apps/web/e2e/**'],
    rules: { '@nx/enforce-module-boundaries': boundaries('../../api/test/faulty-proxy', '../../api/test/proxy/faults', '../../api/test/server-process') },
  },
  {
    files: [...typescript, '{apps,libs}/**/*.mjs'],
    ignores: [...tests, ...settingsOwners, 'libs/*/examples/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: settingsMessage }],
      'no-restricted-imports': ['error', { paths: ['node:process', 'process'].map((name) => ({ name, importNames: ['env', 'default'], message: settingsMessage })) }],
    },
  },
  {
    files: ['apps/web/**/*.tsx'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: textMessage },
        { selector: 'JSXExpressionContainer > Literal[value=/\\p{L}/u]:not(JSXAttribute Literal)', message: textMessage },
        { selector: 'JSXAttribute[name.name=/^(alt|aria-label|aria-description|label|placeholder|title)$/] > Literal[value=/\\p{L}/u]', message: textMessage },
      ],
    },
  },
);
