import { PATHS, PushDevice, PushKey, PushTest } from '@fourways/chat-core';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { PushKeys } from './push-keys.js';
import { PushService } from './push.service.js';

@Controller(PATHS.push)
@UseGuards(SessionGuard)
export class PushController {
  constructor(
    private readonly keys: PushKeys,
    private readonly push: PushService,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: PushKey, description: 'What a browser needs to take pushes from this server' })
  async key(): Promise<PushKey> {
    const { publicKey } = await this.keys.pair();
    return { publicKey };
  }

  @Put()
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'The browser of this session takes pushes there from now on' })
  async register(@CurrentSession() session: Session, @Body({ schema: PushDevice }) device: PushDevice): Promise<void> {
    await this.push.register(session, device);
  }

  @Delete()
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'The browser of this session is sent nothing more' })
  async unregister(@CurrentSession() session: Session): Promise<void> {
    await this.push.unregister(session);
  }

  @Post('test')
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'The push service has taken a test' })
  async test(@CurrentSession() session: Session, @Body({ schema: PushTest }) notice: PushTest): Promise<void> {
    await this.push.test(session, notice);
  }
}
