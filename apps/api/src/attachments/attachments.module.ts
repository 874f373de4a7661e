import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AttachmentFiles } from './attachment-files.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AttachmentsService } from './attachments.service.js';
import { UploadRate } from './upload-rate.js';
import { UploadSweep } from './upload-sweep.js';

@Module({
  imports: [RoomsModule],
  controllers: [AttachmentsController],
  providers: [AttachmentFiles, AttachmentsRepository, AttachmentsService, UploadRate, UploadSweep],
})
export class AttachmentsModule {}
