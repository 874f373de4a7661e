import { Module } from '@nestjs/common';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { PostingRate } from './posting-rate.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  controllers: [RoomsController, MessagesController],
  providers: [HistoryRepository, HistoryService, MessagesService, PostingRate, RoomsRepository, RoomsService],
  exports: [MessagesService, RoomsService],
})
export class RoomsModule {}
