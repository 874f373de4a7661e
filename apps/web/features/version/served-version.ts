/** The version that the server serves now; undefined when it does not say. */
export async function servedVersion(): Promise<string | undefined> {
  try {
    const answer = await fetch('/version', { cache: 'no-store' });
    const { version } = (await answer.json()) as { version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
