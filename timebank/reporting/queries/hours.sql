SELECT coalesce(sum(confirmed_minutes), 0)::bigint AS minutes,
       count(confirmed_minutes) AS exchanges,
       count(*) - count(confirmed_minutes) AS exchanges_without_minutes
FROM counted WHERE in_period
