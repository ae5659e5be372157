-- Who and what every figure is made of; the other files of this folder read from these.
--   $1 the council    $2 and $3 the period [from, to)    $4 the 90 days that end with it begin
--   $5 the period's last day    $6 the moment the figures are read
here AS (
    SELECT id FROM timebanks WHERE council_id = $1::uuid
),
-- A person, not a record, is the unit: somebody known by birth date who is in two timebanks of the council
-- is one. Two records of one timebank are always two people, however alike.
person AS (
    SELECT id, timebank_id, born_on, is_member,
           is_member AND joined_at < $3::timestamptz
               AND (left_at IS NULL OR left_at >= $3::timestamptz) AS belongs,
           CASE WHEN born_on IS NULL OR match_key = '' THEN id::text
                ELSE match_key || '#' || row_number() OVER (
                    PARTITION BY timebank_id, match_key ORDER BY joined_at, id)
           END AS human
    FROM people WHERE timebank_id IN (SELECT id FROM here)
),
-- An exchange counts when it is confirmed and its payment was not reversed, on the day of the visit.
counted AS (
    SELECT e.member_id, e.helper_id, e.timebank_id, e.starts_at, e.confirmed_minutes, e.paid_by_pot,
           e.starts_at >= $2::timestamptz AND e.starts_at < $3::timestamptz AS in_period
    FROM exchanges e
    WHERE e.timebank_id IN (SELECT id FROM here) AND e.state = 'confirmed' AND e.starts_at < $3::timestamptz
      AND NOT EXISTS (SELECT 1 FROM ledger_transfers t WHERE t.reverses_id = e.transfer_id)
),
-- Each member's part in them. Where the timebank itself was helped, nobody received.
part AS (
    SELECT p.human, true AS gave, c.starts_at, c.in_period
    FROM counted c JOIN person p ON p.timebank_id = c.timebank_id AND p.id = c.helper_id AND p.is_member
    UNION ALL
    SELECT p.human, false, c.starts_at, c.in_period
    FROM counted c JOIN person p ON p.timebank_id = c.timebank_id AND p.id = c.member_id AND p.is_member
    WHERE NOT c.paid_by_pot
)
