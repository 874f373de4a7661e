import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { WordIndex } from './word-index.js';
import { SearchReader } from './search-reader.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';

@Module({
  controllers: [SearchController],
  providers: [WordIndex, SearchReader, SearchRepository, SearchService],
})
export class SearchModule {}
