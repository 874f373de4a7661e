import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { asyncApi } from './asyncapi.js';

@Controller('api/docs/asyncapi.json')
@ApiExcludeController()
export class AsyncApiController {
  private readonly document = asyncApi();

  @Get()
  read(): object {
    return this.document;
  }
}
