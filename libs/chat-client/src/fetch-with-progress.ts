import { unreachable } from './unreachable.js';

/** Longer than the server takes to draw a picture. */
const STALLED_MS = 60_000;

interface UploadInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Blob;
  readonly signal: AbortSignal;
  readonly progress: (sentBytes: number) => void;
}

/**
 * `fetch` that tells how much of its body has gone, as only XMLHttpRequest does (XHR §3.5.6, *upload progress*). Rejects with `unreachable` when nothing
 * moves for 60 s. Same-origin, with the browser's cookies.
 */
export function fetchWithProgress(url: string, { method, headers, body, signal, progress }: UploadInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => clearTimeout(timer);
    const abort = () => request.abort();
    const moves = () => {
      end();
      timer = setTimeout(abort, STALLED_MS);
    };
    const fail = () => reject(unreachable('The upload was broken off', signal.reason));
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      moves();
      progress(loaded);
    });
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.addEventListener('loadend', () => {
      end();
      signal.removeEventListener('abort', abort);
    });
    signal.addEventListener('abort', abort);
    moves();
    request.send(body);
    if (signal.aborted) abort();
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const lines = request.getAllResponseHeaders().trim().split(/[\r\n]+/);
  const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return new Response(request.responseText, { status: request.status, headers });
}
