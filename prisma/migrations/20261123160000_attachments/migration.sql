-- The files with a message
ALTER TABLE "Message" ADD COLUMN "attachments" TEXT;

CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdTs" BIGINT NOT NULL,
    "messageId" TEXT,
    "removed" BOOLEAN NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX "Attachment_authorId_uploadId_key" ON "Attachment"("authorId", "uploadId");
CREATE INDEX "Attachment_messageId_idx" ON "Attachment"("messageId");
CREATE INDEX "Attachment_removed_idx" ON "Attachment"("removed");
