import { PATHS, type PushDevice, type PushTest } from '@fourways/chat-core';
import { fetchAnswers } from './fetch-answers.js';
import type { Http } from './http.js';

/** What a browser that takes pushes says to the server (PROTOCOL P4). Every method rejects with a ChatError; none retries. */
export class PushApi {
  constructor(private readonly http: Http) {}

  /** The server's public key, in base64url, for `PushManager.subscribe`. */
  async publicKey(): Promise<string> {
    const { body } = await this.http.request({ path: PATHS.push });
    return (await fetchAnswers()).PushKey.parse(body).publicKey;
  }

  /** From now on this session's messages are pushed there, and no longer to where they were before. */
  async register(device: PushDevice): Promise<void> {
    await this.http.request({ method: 'PUT', path: PATHS.push, body: device });
  }

  async unregister(): Promise<void> {
    await this.http.request({ method: 'DELETE', path: PATHS.push });
  }

  /** Resolves when the push service has taken it; rejects with `push_failed` when it has not. */
  async test(notice: PushTest): Promise<void> {
    await this.http.request({ method: 'POST', path: `${PATHS.push}/test`, body: notice });
  }
}
