export type BrowserKind = 'chromium' | 'firefox' | 'safari' | 'ios' | 'other';

/** As far as it matters for finding the browser's own settings. Many a browser names others: the order counts. */
export function browserKind(userAgent: string): BrowserKind {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrom(e|ium)\//.test(userAgent)) return 'chromium';
  return /Safari\//.test(userAgent) ? 'safari' : 'other';
}
