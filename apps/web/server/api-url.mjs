/**
 * Where this server reaches the API. Browsers never see it: for them the API is on the same origin.
 * Plain JavaScript, since Next's configuration needs it too, also inside the API's process.
 *
 * @param {string} path
 * @returns {string}
 */
export function apiUrl(path) {
  const base = process.env.API_URL || `http://127.0.0.1:${process.env.PORT || 3000}`;
  return new URL(path, base).href;
}
