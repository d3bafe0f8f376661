INSERT INTO author (id, given_name) VALUES (2, '${name}');
