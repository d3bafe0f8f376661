-- Slow and outside a transaction: the step in which migrations that do not wait for each other collide.
CREATE TABLE race_1 AS
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT count(*) AS rows FROM n;
