import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/rooms.module.js';
import { CommandsService } from './commands.service.js';

@Module({ imports: [RoomsModule], providers: [CommandsService], exports: [CommandsService] })
export class CommandsModule {}
