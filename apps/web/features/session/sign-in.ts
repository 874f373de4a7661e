import { ChatError, PATHS, Problem, UserName } from '@fourways/chat-core';
import { nameProblem, type NameProblem } from '@/components/name-problem';

/** Makes a guest and its session cookie; answers with the reason when it is refused, here or there. */
export async function signIn(name: string): Promise<NameProblem | ChatError['code'] | 'unreachable' | undefined> {
  const misnamed = nameProblem(UserName, name);
  if (misnamed) return misnamed;
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
