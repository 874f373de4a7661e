import { ChatError, SESSION_COOKIE, SignIn, User } from '@fourways/chat-core';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentSession } from './current-session.decorator.js';
import { SESSION_LIFE_S } from './session-life.js';
import { SessionGuard } from './session.guard.js';
import { SessionService } from './session.service.js';
import type { Session } from './session.js';
import { SignInRate } from './sign-in-rate.js';

@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly rate: SignInRate,
  ) {}

  @Post('session')
  @ApiResponse({ status: 201, standardSchema: User, description: 'A new guest; the cookie is the session' })
  async signIn(@Body({ schema: SignIn }) { name }: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<User> {
    if (await this.sessions.find(request.headers.cookie)) throw new ChatError('already_signed_in');
    await this.rate.take(request.ip);
    const { token, user } = await this.sessions.signIn(name);
    reply.header('set-cookie', cookie(token, SESSION_LIFE_S, request.protocol === 'https'));
    return user;
  }

  @Delete('session')
  @HttpCode(204)
  @UseGuards(SessionGuard)
  @ApiResponse({ status: 204, description: 'Signed out; the connections of this session end' })
  async signOut(@CurrentSession() session: Session, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(session);
    reply.header('set-cookie', cookie('', 0, request.protocol === 'https'));
  }

  @Get('me')
  @UseGuards(SessionGuard)
  @ApiResponse({ status: 200, standardSchema: User })
  me(@CurrentSession() { user }: Session): User {
    return user;
  }
}

function cookie(value: string, maxAge: number, secure: boolean): string {
  return stringifySetCookie({ name: SESSION_COOKIE, value, path: '/', httpOnly: true, sameSite: 'lax', maxAge, secure });
}
