-- The application signs in as timebank_app (or as a role that is a member of it): it may work on every
-- table but the ledger's, which it reads and changes only by the functions, and the audit trail, which it
-- only adds to.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'timebank_app') THEN
        CREATE ROLE timebank_app NOLOGIN;
    END IF;
END $$;

GRANT USAGE ON SCHEMA public TO timebank_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO timebank_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO timebank_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO timebank_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO timebank_app;

REVOKE INSERT, UPDATE, DELETE ON ledger_accounts, ledger_transfers, ledger_entries, ledger_holds
    FROM timebank_app;
REVOKE UPDATE, DELETE ON audit FROM timebank_app;
DO $$
BEGIN
    -- Tortoise's own record of migrations: the application reads it, to know whether it is ready.
    IF to_regclass('tortoise_migrations') IS NOT NULL THEN
        REVOKE INSERT, UPDATE, DELETE ON tortoise_migrations FROM timebank_app;
    END IF;
END $$;
REVOKE ALL ON FUNCTION
    ledger_open(uuid, uuid, text, uuid, text, bigint, bigint, timestamptz),
    ledger_limit(uuid, uuid, bigint, bigint),
    ledger_post(uuid, uuid, text, text, uuid[], bigint[], uuid, text, timestamptz, timestamptz, uuid),
    ledger_hold(uuid, uuid, uuid, bigint, uuid, timestamptz),
    ledger_end_hold(uuid, uuid, text, uuid, timestamptz),
    ledger_settle(uuid, uuid, text, uuid, uuid, uuid, uuid, bigint, uuid, text, timestamptz, timestamptz)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    ledger_open(uuid, uuid, text, uuid, text, bigint, bigint, timestamptz),
    ledger_limit(uuid, uuid, bigint, bigint),
    ledger_post(uuid, uuid, text, text, uuid[], bigint[], uuid, text, timestamptz, timestamptz, uuid),
    ledger_hold(uuid, uuid, uuid, bigint, uuid, timestamptz),
    ledger_end_hold(uuid, uuid, text, uuid, timestamptz),
    ledger_settle(uuid, uuid, text, uuid, uuid, uuid, uuid, bigint, uuid, text, timestamptz, timestamptz)
    TO timebank_app;
