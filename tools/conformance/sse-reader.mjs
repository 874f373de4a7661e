import { TextDecoderStream } from 'node:stream/web';

/** Reads an event stream by hand, line by line (WHATWG HTML, section 9.2.6): `{ event, id, retry, data }`, with data as JSON. */
export async function* sseMessages(body) {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text = `${text}${chunk}`.replaceAll('\r\n', '\n');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield message(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function message(block) {
  const fields = {};
  for (const [, name, value] of block.matchAll(/^([a-z]+): ?(.*)$/gm)) fields[name] = name === 'data' && fields.data ? `${fields.data}\n${value}` : value;
  return fields.data === undefined ? fields : { ...fields, data: JSON.parse(fields.data) };
}
