import { EphemeralSource, EventLog, LogReader, Tail } from '@fourways/chat-core';
import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { Connections } from './connections.js';
import { LongPollController } from './long-poll/long-poll.controller.js';
import { PollController } from './poll/poll.controller.js';
import { SseController } from './sse/sse.controller.js';
import { CommandAnswers } from './websocket/command-answers.js';
import { WebsocketGateway } from './websocket/websocket.gateway.js';

/** One log, four readers. */
@Module({
  imports: [CommandsModule],
  controllers: [PollController, LongPollController, SseController],
  providers: [
    CommandAnswers,
    Connections,
    WebsocketGateway,
    {
      provide: LogReader,
      inject: [Tail, EventLog, EphemeralSource],
      useFactory: (tail: Tail, log: EventLog, ephemera: EphemeralSource) => new LogReader(tail, log, ephemera),
    },
  ],
  exports: [Connections, LogReader],
})
export class DeliveryModule {}
