SELECT count(*) FILTER (WHERE gave AND received) AS gave_and_received,
       count(*) AS gave_or_received
FROM (
    SELECT human, bool_or(gave) AS gave, bool_or(NOT gave) AS received
    FROM part WHERE in_period GROUP BY human
) each_member
