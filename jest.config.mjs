import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

const swc = (react) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: react, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
];

const shared = {
  rootDir: root,
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  moduleNameMapper: {
    '^@fourways/chat-core$': '<rootDir>/libs/chat-core/src/index.ts',
    '^@fourways/chat-core/testing$': '<rootDir>/libs/chat-core/src/testing/index.ts',
    '^@fourways/chat-client$': '<rootDir>/libs/chat-client/src/index.ts',
    '^@/(.*)$': '<rootDir>/apps/web/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/', '/.next/'],
};

/** A suffix names the kind of test: `x.contract.spec.ts` belongs to the project `contract`, wherever it lies. */
const kinds = ['contract', 'integration', 'property', 'crash', 'fuzz'];

const unit = (displayName, folder, environment = 'node') => ({
  ...shared,
  displayName,
  testEnvironment: environment,
  testMatch: [`<rootDir>/${folder}/**/*.spec.{ts,tsx}`],
  testPathIgnorePatterns: ['/node_modules/', '/e2e/', ...kinds.map((kind) => `\\.${kind}\\.spec\\.ts$`)],
});

const ofKind = (kind) => ({
  ...shared,
  displayName: kind,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/{libs,apps}/*/{src,test}/**/*.${kind}.spec.ts`],
});

export default {
  projects: [
    unit('chat-core', 'libs/chat-core/src'),
    unit('chat-client', 'libs/chat-client/src'),
    unit('api', 'apps/api/src'),
    unit('bench', 'apps/bench/src'),
    { ...unit('web', 'apps/web', 'jsdom'), testEnvironmentOptions: { customExportConditions: ['browser', 'default'] } },
    { ...unit('tools', 'tools'), testMatch: ['<rootDir>/tools/**/*.spec.mjs'] },
    ...kinds.map(ofKind),
  ],
};
