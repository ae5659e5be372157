\set payer random(1, 5000)
\set payee random(5001, 10000)
SELECT outcome FROM ledger_post(
    gen_random_uuid(), :timebank::uuid, 'minutes', 'visit',
    ARRAY['00000000-0000-7000-8000-' || lpad((:payer)::text, 12, '0'),
          '00000000-0000-7000-8000-' || lpad((:payee)::text, 12, '0')]::uuid[],
    ARRAY[-30, 30]::bigint[], NULL, 'A light bulb', now(), now());
