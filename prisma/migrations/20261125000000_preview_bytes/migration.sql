-- Previews count for the quota; those of pictures uploaded before are not known
ALTER TABLE "Attachment" ADD COLUMN "previewBytes" INTEGER NOT NULL DEFAULT 0;
