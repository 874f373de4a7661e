import * as z from 'zod/mini';
import { LIMITS } from './limits.js';
import { textOf } from './text.js';

export const AttachmentId = z.uuid();

export const FileName = textOf(LIMITS.fileNameChars).check(z.trim(), z.minLength(1, 'must not be empty'));

/** What a picture shows, for those who do not see it. */
const AltText = textOf(LIMITS.altChars);

/** A file that goes with a message. Only a picture has a size in pixels; any other file is `application/octet-stream`. */
export const Attachment = z.object({
  attachmentId: AttachmentId,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  alt: z.optional(z.string()),
});
export type Attachment = z.infer<typeof Attachment>;

/** The files that a message is posted with: uploaded before, by its author, into its room. */
export const Attached = z
  .array(z.object({ attachmentId: AttachmentId, alt: z.optional(AltText) }))
  .check(
    z.maxLength(LIMITS.attachments),
    z.refine((files) => new Set(files.map(({ attachmentId }) => attachmentId)).size === files.length, 'must not name a file twice'),
  );
export type Attached = z.infer<typeof Attached>;

/** `uploadId` is invented by the client (UUIDv7) and unique per author, so that a repeat is recognised. */
export const Upload = z.object({ uploadId: z.uuid(), name: FileName });
export type Upload = z.infer<typeof Upload>;
