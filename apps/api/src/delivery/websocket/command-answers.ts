import { Command, type CommandAnswer } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { CommandsService } from '../../commands/commands.service.js';
import { toChatError } from '../../ops/to-chat-error.js';
import type { Session } from '../../session/session.js';

/** Runs what a socket says and acknowledges it with the result or the problem that the HTTP route would answer. */
@Injectable()
export class CommandAnswers {
  constructor(private readonly commands: CommandsService) {}

  async answer({ user }: Session, command: unknown, acknowledge: unknown): Promise<void> {
    const answer = await this.run(user, command);
    if (typeof acknowledge === 'function') acknowledge(answer);
  }

  private async run(user: Session['user'], command: unknown): Promise<CommandAnswer> {
    try {
      return { ok: true, result: await this.commands.run(user, Command.parse(command)) };
    } catch (error) {
      return { ok: false, problem: toChatError(error).toProblem() };
    }
  }
}
