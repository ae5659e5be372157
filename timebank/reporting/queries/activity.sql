SELECT count(DISTINCT human) AS active_members
FROM part
WHERE starts_at >= $4::timestamptz AND human IN (SELECT human FROM person WHERE belongs)
