-- The index holds words beside their stems now: it is made anew from the messages.
DROP TABLE "MessageSearch";
CREATE VIRTUAL TABLE "MessageSearch" USING fts5("room", "terms", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
DELETE FROM "SearchPosition";
