import { ChatError, PATHS, Problem } from '@fourways/chat-core';

/** Makes a guest and its session cookie; answers with the reason when it is refused. */
export async function signIn(name: string): Promise<ChatError['code'] | 'unreachable' | undefined> {
  const response = await fetch(PATHS.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  }).catch(() => undefined);
  if (!response) return 'unreachable';
  if (response.ok) return undefined;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  return problem.success ? ChatError.from(problem.data).code : 'unreachable';
}
