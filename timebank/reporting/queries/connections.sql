SELECT count(*) AS new_connections
FROM (
    SELECT 1
    FROM counted c
    JOIN person m ON m.timebank_id = c.timebank_id AND m.id = c.member_id
    JOIN person h ON h.timebank_id = c.timebank_id AND h.id = c.helper_id
    WHERE NOT c.paid_by_pot AND m.human <> h.human
    GROUP BY least(m.human, h.human), greatest(m.human, h.human)
    HAVING bool_and(c.in_period)
) pair
