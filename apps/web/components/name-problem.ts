import type { RoomName, UserName } from '@fourways/chat-core';

export type NameProblem = 'empty' | 'tooLong' | 'invisible';

/** What is wrong with a name, by the rule that the server applies too. */
export function nameProblem(rule: typeof UserName | typeof RoomName, name: string): NameProblem | undefined {
  const issue = rule.safeParse(name).error?.issues[0];
  if (!issue) return undefined;
  if (issue.code === 'too_small') return 'empty';
  return issue.code === 'too_big' ? 'tooLong' : 'invisible';
}
