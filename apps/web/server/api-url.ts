/** Where this server reaches the API. Browsers never see it: for them the API is on the same origin. */
export function apiUrl(path: string): string {
  const base = process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
  return new URL(path, base).href;
}
