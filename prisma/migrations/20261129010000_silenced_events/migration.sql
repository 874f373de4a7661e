-- The edits of a message are found when it is removed.
CREATE INDEX "Event_edited_idx" ON "Event" (json_extract("payload", '$.messageId')) WHERE "type" = 'message.edited';

-- What was removed until now said something in the log still.
UPDATE "Event" SET "payload" = json_set(json_remove("payload", '$.replyTo', '$.mentions', '$.attachments'), '$.body', '')
WHERE "type" = 'message.posted' AND "id" IN (SELECT "id" FROM "Message" WHERE "removed");
UPDATE "Event" SET "payload" = json_set(json_remove("payload", '$.mentions'), '$.body', '')
WHERE "type" = 'message.edited' AND json_extract("payload", '$.messageId') IN (SELECT "id" FROM "Message" WHERE "removed");
