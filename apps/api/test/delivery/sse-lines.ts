/** One message of an event stream, as a plain reader sees it. */
export interface SseMessage {
  readonly event?: string;
  readonly id?: string;
  readonly retry?: string;
  readonly data?: string;
}

/** Reads an event stream by hand, line by line (WHATWG HTML, section 9.2.6), without EventSource. */
export async function* sseMessages(response: Response): AsyncGenerator<SseMessage> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield parse(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function parse(block: string): SseMessage {
  const fields = block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  return Object.fromEntries(fields) as SseMessage;
}
