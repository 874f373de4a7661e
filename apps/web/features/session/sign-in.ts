import { ChatError, PATHS, Problem, User, UserName } from '@fourways/chat-core';
import { nameProblem, type NameProblem } from '@/components/name-problem';
import { inheritTexts } from './left-behind';

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
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const user = User.safeParse(answer);
    if (user.success) void inheritTexts(user.data.id);
    return undefined;
  }
  const problem = Problem.safeParse(answer);
  return problem.success ? ChatError.from(problem.data).code : 'unreachable';
}
