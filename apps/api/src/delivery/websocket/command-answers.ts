import { ChatError, Command, type CommandAnswer } from '@fourways/chat-core';
import { Injectable, Logger } from '@nestjs/common';
import { CommandsService } from '../../commands/commands.service.js';
import { toChatError } from '../../ops/to-chat-error.js';
import type { Session } from '../../session/session.js';
import { SessionService } from '../../session/session.service.js';

/** Runs what a socket says and acknowledges it with the result or the problem that the HTTP route would answer. */
@Injectable()
export class CommandAnswers {
  private readonly logger = new Logger(CommandAnswers.name);

  constructor(
    private readonly commands: CommandsService,
    private readonly sessions: SessionService,
  ) {}

  async answer(session: Session, command: unknown, acknowledge: unknown): Promise<void> {
    const answer = await this.run(session, command);
    if (typeof acknowledge === 'function') acknowledge(answer);
  }

  private async run(session: Session, command: unknown): Promise<CommandAnswer> {
    try {
      if (this.sessions.hasEnded(session)) throw new ChatError('no_session');
      return { ok: true, result: await this.commands.run(session.user, Command.parse(command)) };
    } catch (error) {
      const refusal = toChatError(error);
      if (refusal.code === 'internal') this.logger.error(error);
      return { ok: false, problem: refusal.toProblem() };
    }
  }
}
