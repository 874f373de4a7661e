import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchIndex } from './search-index.js';
import { SearchReader } from './search-reader.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';

@Module({
  controllers: [SearchController],
  providers: [SearchIndex, SearchReader, SearchRepository, SearchService],
})
export class SearchModule {}
