CREATE TABLE author (
  id         INTEGER PRIMARY KEY,
  given_name TEXT NOT NULL
);
CREATE TABLE book (
  id        INTEGER PRIMARY KEY,
  title     TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES author
);
INSERT INTO author (id, given_name) VALUES (1, 'Ursula');
