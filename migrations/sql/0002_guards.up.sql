-- What the rows may hold. Keys to people carry the timebank, so no row can point into another timebank.

ALTER TABLE ledger_accounts
    ADD CONSTRAINT ledger_accounts_unit CHECK (unit IN ('minutes', 'pence')),
    ADD CONSTRAINT ledger_accounts_held CHECK (held >= 0);
ALTER TABLE ledger_transfers ADD CONSTRAINT ledger_transfers_unit CHECK (unit IN ('minutes', 'pence'));
-- No foreign keys within the ledger: the functions that alone write it have just locked the account and
-- written the transfer, and a second look at both would be paid for with every entry. `verify` looks.
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_amount CHECK (amount <> 0);
ALTER TABLE ledger_holds
    ADD CONSTRAINT ledger_holds_amount CHECK (amount > 0),
    ADD CONSTRAINT ledger_holds_state CHECK (state IN ('held', 'settled', 'released', 'lapsed'));

ALTER TABLE timebanks ADD CONSTRAINT timebanks_council FOREIGN KEY (council_id) REFERENCES councils (id);
ALTER TABLE officers ADD CONSTRAINT officers_council FOREIGN KEY (council_id) REFERENCES councils (id);
ALTER TABLE people
    ADD CONSTRAINT people_timebank FOREIGN KEY (timebank_id) REFERENCES timebanks (id),
    ADD CONSTRAINT people_in_timebank UNIQUE (timebank_id, id);
ALTER TABLE checks
    ADD CONSTRAINT checks_person FOREIGN KEY (timebank_id, person_id) REFERENCES people (timebank_id, id);
ALTER TABLE offers
    ADD CONSTRAINT offers_person FOREIGN KEY (timebank_id, person_id) REFERENCES people (timebank_id, id);
ALTER TABLE free_times
    ADD CONSTRAINT free_times_person FOREIGN KEY (timebank_id, person_id) REFERENCES people (timebank_id, id),
    ADD CONSTRAINT free_times_weekday CHECK (weekday BETWEEN 0 AND 6),
    ADD CONSTRAINT free_times_part CHECK (part IN ('morning', 'afternoon', 'evening'));

ALTER TABLE exchanges
    ADD CONSTRAINT exchanges_in_timebank UNIQUE (timebank_id, id),
    ADD CONSTRAINT exchanges_member FOREIGN KEY (timebank_id, member_id) REFERENCES people (timebank_id, id),
    ADD CONSTRAINT exchanges_helper FOREIGN KEY (timebank_id, helper_id) REFERENCES people (timebank_id, id),
    ADD CONSTRAINT exchanges_two_people CHECK (helper_id <> member_id),
    ADD CONSTRAINT exchanges_minutes CHECK (expected_minutes BETWEEN 1 AND 1440),
    ADD CONSTRAINT exchanges_state CHECK (state IN ('asked', 'asking', 'offered', 'agreed', 'done',
        'half_confirmed', 'confirmed', 'declined', 'cancelled', 'lapsed', 'disputed'));
CREATE UNIQUE INDEX exchanges_live_code ON exchanges (timebank_id, code) WHERE ended_at IS NULL;
ALTER TABLE asks
    ADD CONSTRAINT asks_exchange FOREIGN KEY (timebank_id, exchange_id) REFERENCES exchanges (timebank_id, id),
    ADD CONSTRAINT asks_helper FOREIGN KEY (timebank_id, helper_id) REFERENCES people (timebank_id, id);
ALTER TABLE due
    ADD CONSTRAINT due_exchange FOREIGN KEY (timebank_id, exchange_id) REFERENCES exchanges (timebank_id, id);
ALTER TABLE desk_items
    ADD CONSTRAINT desk_person FOREIGN KEY (timebank_id, person_id) REFERENCES people (timebank_id, id),
    ADD CONSTRAINT desk_exchange
        FOREIGN KEY (timebank_id, exchange_id) REFERENCES exchanges (timebank_id, id);

-- What the workers look for is a small part of each table: only that part is indexed.
CREATE UNIQUE INDEX desk_open_matter ON desk_items (timebank_id, matter) WHERE closed_at IS NULL;
CREATE INDEX due_waiting ON due (due_at) WHERE done_at IS NULL;
CREATE INDEX outgoing_waiting ON outgoing_texts (not_before) WHERE state IN ('waiting', 'attempting', 'unknown');
CREATE INDEX incoming_waiting ON incoming_texts (received_at) WHERE state = 'waiting';
CREATE INDEX asks_open ON asks (timebank_id, helper_id) WHERE state = 'asked';
