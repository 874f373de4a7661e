import { Module } from '@nestjs/common';
import { CreationRate } from './creation-rate.js';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PostingRate } from './posting-rate.js';
import { ReactionsController } from './reactions.controller.js';
import { ReactionsService } from './reactions.service.js';
import { ReadingController } from './reading.controller.js';
import { ReadingService } from './reading.service.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  controllers: [RoomsController, MembersController, ReadingController, MessagesController, ReactionsController],
  providers: [
    CreationRate,
    HistoryRepository,
    HistoryService,
    MembersService,
    MessagesService,
    PeopleRepository,
    PeopleService,
    PostingRate,
    ReactionsService,
    ReadingService,
    RoomsRepository,
    RoomsService,
  ],
  exports: [HistoryService, MembersService, MessagesService, ReactionsService, ReadingService, RoomsService],
})
export class RoomsModule {}
