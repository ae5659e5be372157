-- Needed in the period: the day of the visit. Asked in the period: the moment of the request.
SELECT count(*) FILTER (WHERE needed AND filled) AS filled,
       count(*) FILTER (WHERE needed AND ended) AS closed_or_past,
       count(*) FILTER (WHERE needed AND ended AND NOT filled AND ended_at IS NULL) AS not_yet_confirmed,
       count(seconds) FILTER (WHERE asked) AS matched,
       count(*) FILTER (WHERE asked AND seconds IS NULL AND NOT withdrawn) AS unmatched,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE asked) AS median_seconds
FROM (
    SELECT e.ended_at,
           e.starts_at >= $2::timestamptz AND e.starts_at < $3::timestamptz
               AND e.end_reason IS DISTINCT FROM 'withdrawn_by_member' AS needed,
           e.asked_at >= $2::timestamptz AND e.asked_at < $3::timestamptz AS asked,
           e.ended_at IS NOT NULL OR e.starts_at < $6::timestamptz AS ended,
           e.end_reason IS NOT DISTINCT FROM 'withdrawn_by_member' AS withdrawn,
           e.state = 'confirmed' AND NOT EXISTS (
               SELECT 1 FROM ledger_transfers t WHERE t.reverses_id = e.transfer_id) AS filled,
           extract(epoch FROM e.matched_at - e.asked_at)::double precision AS seconds
    FROM exchanges e
    WHERE e.timebank_id IN (SELECT id FROM here) AND e.end_reason IS DISTINCT FROM 'duplicate'
      AND (e.starts_at >= $2::timestamptz AND e.starts_at < $3::timestamptz
           OR e.asked_at >= $2::timestamptz AND e.asked_at < $3::timestamptz)
) request
