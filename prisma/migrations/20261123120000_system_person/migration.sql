-- Who acts when nobody does can say something too, and so needs a name; she is found by no search and has no session
INSERT OR IGNORE INTO "User" ("id", "name", "folded", "createdTs") VALUES ('00000000-0000-7000-8000-000000000000', 'Fourways', '', 0);
