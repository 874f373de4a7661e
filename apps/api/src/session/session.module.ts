import { Global, Module } from '@nestjs/common';
import { LobbyOpening } from './lobby-opening.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionSweep } from './session-sweep.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignalRate } from './signal-rate.js';
import { SignInRate } from './sign-in-rate.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [LobbyOpening, SessionGuard, SessionRepository, SessionService, SessionSweep, SignalRate, SignInRate],
  exports: [SessionGuard, SessionService, SignalRate],
})
export class SessionModule {}
