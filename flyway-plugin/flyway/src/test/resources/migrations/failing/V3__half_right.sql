CREATE TABLE shelf (id INTEGER PRIMARY KEY);
INSERT INTO shelf (id, room) VALUES (1, 'attic');
