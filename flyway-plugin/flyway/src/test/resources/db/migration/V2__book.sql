CREATE TABLE book (
  id        INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
  title     TEXT NOT NULL
);
INSERT INTO author (id, name) VALUES (1, 'Ursula K. Le Guin');
INSERT INTO book (id, author_id, title) VALUES (1, 1, 'The Dispossessed'), (2, 1, 'The Lathe of Heaven');
