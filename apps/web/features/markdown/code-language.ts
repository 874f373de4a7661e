const NAMES = {
  bash: ['sh', 'shell', 'zsh', 'console'],
  c: ['h'],
  cpp: ['c++', 'cc', 'hpp'],
  csharp: ['c#', 'cs'],
  css: [],
  diff: ['patch'],
  docker: ['dockerfile'],
  go: ['golang'],
  graphql: ['gql'],
  html: ['htm', 'xml', 'svg'],
  java: [],
  javascript: ['js', 'mjs', 'cjs'],
  json: ['json5', 'jsonc'],
  jsx: [],
  kotlin: ['kt'],
  lua: [],
  markdown: ['md'],
  php: [],
  powershell: ['ps1', 'pwsh'],
  prisma: [],
  python: ['py'],
  ruby: ['rb'],
  rust: ['rs'],
  scala: [],
  sql: ['sqlite', 'postgres', 'mysql'],
  swift: [],
  toml: ['ini'],
  tsx: [],
  typescript: ['ts', 'mts', 'cts'],
  yaml: ['yml'],
} as const;

export type CodeLanguage = keyof typeof NAMES;

const languages = new Map<string, CodeLanguage>();
for (const [name, others] of Object.entries(NAMES)) for (const each of [name, ...others]) languages.set(each, name as CodeLanguage);

/** The language that somebody means by `ts`, `Python` or `c++`. */
export function codeLanguage(word: string): CodeLanguage | undefined {
  return languages.get(word.toLowerCase());
}
