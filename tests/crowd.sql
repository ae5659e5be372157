-- So many rows of everything that a page may list, from number :first to number :last.
-- Margaret asks, Amina helps; every sixth exchange is in the same state.
INSERT INTO people (id, timebank_id, first_name, last_name, born_on, address, postcode, mobile, reached_by,
                    texts_agreed_at, approves_helpers, is_member, is_helper, is_organiser, note, match_key,
                    joined_at)
SELECT gen_random_uuid(), $1, 'Neighbour', 'Number ' || n, date '1940-01-01' + n, n || ' Long Street',
       'SE4 2AA', '+4477009' || lpad((n % 1000)::text, 5, '0'), 'text', $4, false, true, true, false, '',
       'crowd ' || n, $4
FROM generate_series($5::int, $6::int) n;

INSERT INTO exchanges (id, timebank_id, code, member_id, helper_id, task, note, place, starts_at,
                       expected_minutes, is_urgent, approve_first, paid_by_pot, beyond_floor_agreed, state,
                       round, member_minutes, confirmed_minutes, asked_at, matched_at, done_at, confirmed_at,
                       ended_at)
SELECT gen_random_uuid(), $1, 1000 + n,
       CASE WHEN n % 6 IN (3, 4) THEN p.id ELSE $2::uuid END,
       CASE n % 6 WHEN 1 THEN p.id WHEN 2 THEN NULL WHEN 4 THEN NULL ELSE $3::uuid END,
       'lightbulb', 'The one in the hall', 'at home',
       $4::timestamptz + CASE WHEN n % 6 IN (1, 2, 4) THEN n * interval '1 hour' ELSE n * interval '-1 hour' END,
       60, false, false, false, false,
       (ARRAY['confirmed', 'agreed', 'asking', 'done', 'asked', 'half_confirmed'])[n % 6 + 1],
       CASE WHEN n % 6 = 0 THEN 1 ELSE 0 END,
       CASE WHEN n % 6 IN (0, 5) THEN 45 END, CASE WHEN n % 6 = 0 THEN 45 END,
       $4::timestamptz - interval '60 days', CASE WHEN n % 6 IN (0, 1, 3, 5) THEN $4::timestamptz - interval '59 days' END,
       CASE WHEN n % 6 IN (0, 3, 5) THEN $4::timestamptz END, CASE WHEN n % 6 = 0 THEN $4::timestamptz END,
       CASE WHEN n % 6 = 0 THEN $4::timestamptz END
FROM generate_series($5::int, $6::int) n
JOIN people p ON p.timebank_id = $1 AND p.match_key = 'crowd ' || n;

INSERT INTO asks (id, timebank_id, exchange_id, helper_id, state, reasons, asked_at, answer_by)
SELECT gen_random_uuid(), $1, e.id, $3, 'asked', 'lives near', $4, $4::timestamptz + interval '2 hours'
FROM exchanges e WHERE e.timebank_id = $1 AND e.state = 'asking' AND e.code BETWEEN 1000 + $5::int AND 1000 + $6::int;

INSERT INTO desk_items (id, timebank_id, kind, matter, priority, person_id, exchange_id, number, words, opened_at)
SELECT gen_random_uuid(), $1, (ARRAY['please_ring', 'not_understood', 'nobody_found', 'emergency'])[e.code % 4 + 1],
       'crowd/' || e.code, 5, e.member_id, e.id, '+447700900123', 'Somebody would like a call.', $4
FROM exchanges e WHERE e.timebank_id = $1 AND e.code BETWEEN 1000 + $5::int AND 1000 + $6::int;

INSERT INTO outgoing_texts (id, timebank_id, person_id, number, sender, body, purpose, dedupe_key, urgent, state,
                            not_before, expires_at, attempts, created_at)
SELECT gen_random_uuid(), $1, $2, '+447700900123', '+447700900100', 'Tom comes at 2pm.', 'reminder',
       'crowd/' || n, false, (ARRAY['waiting', 'sent', 'delivered', 'failed'])[n % 4 + 1], $4,
       $4::timestamptz + interval '1 day', 0, $4
FROM generate_series($5::int, $6::int) n;

INSERT INTO incoming_texts (id, timebank_id, provider_id, number, receiver, body, media, state, attempts,
                            person_id, received_at)
SELECT gen_random_uuid(), $1, 'SMcrowd' || n, '+447700900123', '+447700900100', 'Thank you dear', 0, 'done', 1,
       $2, $4
FROM generate_series($5::int, $6::int) n;

INSERT INTO audit (id, timebank_id, at, actor_id, channel, act, subject_kind, subject_id, facts)
SELECT gen_random_uuid(), $1, $4, $2, 'web', 'person.updated', 'person', $2, '{}'
FROM generate_series($5::int, $6::int) n;

SELECT count(*)
FROM generate_series($5::int, $6::int) n, ledger_accounts payer, ledger_accounts payee,
     LATERAL ledger_post(gen_random_uuid(), $1, 'minutes', 'visit', ARRAY[payer.id, payee.id],
                         CASE WHEN n % 2 = 0 THEN ARRAY[-10, 10] ELSE ARRAY[10, -10] END::bigint[],
                         NULL, 'A light bulb', $4::timestamptz + n * interval '1 second', $4)
WHERE payer.timebank_id = $1 AND payer.owner_id = $2 AND payee.timebank_id = $1 AND payee.owner_id = $3;
