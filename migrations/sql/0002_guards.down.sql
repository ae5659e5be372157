DROP INDEX asks_open;
DROP INDEX incoming_waiting;
DROP INDEX outgoing_waiting;
DROP INDEX due_waiting;
DROP INDEX desk_open_matter;
ALTER TABLE desk_items DROP CONSTRAINT desk_exchange, DROP CONSTRAINT desk_person;
ALTER TABLE due DROP CONSTRAINT due_exchange;
ALTER TABLE asks DROP CONSTRAINT asks_helper, DROP CONSTRAINT asks_exchange;
DROP INDEX exchanges_live_code;
ALTER TABLE exchanges DROP CONSTRAINT exchanges_state, DROP CONSTRAINT exchanges_minutes,
    DROP CONSTRAINT exchanges_two_people, DROP CONSTRAINT exchanges_helper,
    DROP CONSTRAINT exchanges_member, DROP CONSTRAINT exchanges_in_timebank;
ALTER TABLE free_times DROP CONSTRAINT free_times_part, DROP CONSTRAINT free_times_weekday,
    DROP CONSTRAINT free_times_person;
ALTER TABLE offers DROP CONSTRAINT offers_person;
ALTER TABLE checks DROP CONSTRAINT checks_person;
ALTER TABLE people DROP CONSTRAINT people_in_timebank, DROP CONSTRAINT people_timebank;
ALTER TABLE officers DROP CONSTRAINT officers_council;
ALTER TABLE timebanks DROP CONSTRAINT timebanks_council;
ALTER TABLE ledger_holds DROP CONSTRAINT ledger_holds_state, DROP CONSTRAINT ledger_holds_amount;
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_amount;
ALTER TABLE ledger_transfers DROP CONSTRAINT ledger_transfers_unit;
ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_held, DROP CONSTRAINT ledger_accounts_unit;
