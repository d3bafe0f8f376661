CREATE TABLE review (author TEXT REFERENCES author (name));
INSERT INTO review VALUES ('Ursula K. Le Guin');
