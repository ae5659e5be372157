-- The ledger's write path: one function an act, so one round trip an act.
-- Each runs as the tables' owner; the application's role may only call them.
-- A refusal is an answer (`outcome`), not an error, and leaves everything as it was.
-- Rows are locked in the order of their ids, so two transfers can never wait for each other.

CREATE FUNCTION ledger_open(
    p_account uuid, p_timebank uuid, p_owner_kind text, p_owner uuid, p_unit text,
    p_floor bigint, p_ceiling bigint, p_at timestamptz
) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_id uuid;
BEGIN
    INSERT INTO ledger_accounts (id, timebank_id, owner_kind, owner_id, unit, balance, held, version,
                                 floor, ceiling, opened_at)
    VALUES (p_account, p_timebank, p_owner_kind, p_owner, p_unit, 0, 0, 0, p_floor, p_ceiling, p_at)
    ON CONFLICT (timebank_id, owner_kind, owner_id, unit) DO NOTHING
    RETURNING id INTO v_id;
    IF v_id IS NULL THEN
        SELECT id INTO v_id FROM ledger_accounts
        WHERE timebank_id = p_timebank AND owner_kind = p_owner_kind
          AND owner_id = p_owner AND unit = p_unit;
    END IF;
    RETURN v_id;
END $$;

CREATE FUNCTION ledger_limit(p_timebank uuid, p_account uuid, p_floor bigint, p_ceiling bigint)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE ledger_accounts SET floor = p_floor, ceiling = p_ceiling
    WHERE id = p_account AND timebank_id = p_timebank;
    RETURN FOUND;
END $$;

CREATE FUNCTION ledger_post(
    p_transfer uuid, p_timebank uuid, p_unit text, p_kind text,
    p_accounts uuid[], p_amounts bigint[], p_subject uuid, p_memo text,
    p_happened timestamptz, p_recorded timestamptz, p_reverses uuid DEFAULT NULL
) RETURNS TABLE (outcome text, account uuid, available bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_row record;
    v_place int;
    v_found int := 0;
    v_refused text;
    v_content bytea;
    v_known bytea;
BEGIN
    IF cardinality(p_accounts) < 2 OR cardinality(p_accounts) <> cardinality(p_amounts)
       OR 0 = ANY (p_amounts) OR (SELECT sum(amount) FROM unnest(p_amounts) amount) <> 0 THEN
        RETURN QUERY SELECT 'not_balanced', NULL::uuid, NULL::bigint;
        RETURN;
    END IF;
    v_content := sha256(convert_to(concat_ws('|', p_timebank, p_unit, p_kind, p_accounts::text,
        p_amounts::text, p_subject, p_memo, extract(epoch FROM p_happened), p_reverses), 'UTF8'));

    FOR v_row IN
        -- By key alone: with the timebank in the condition, a table that has no statistics yet is read by
        -- the timebank's index, all its accounts for each transfer.
        SELECT a.id, a.timebank_id, a.unit, a.balance, a.held, a.floor, a.ceiling FROM ledger_accounts a
        WHERE a.id = ANY (p_accounts) ORDER BY a.id FOR UPDATE
    LOOP
        CONTINUE WHEN v_row.timebank_id <> p_timebank OR v_row.unit <> p_unit;
        v_found := v_found + 1;
        v_place := array_position(p_accounts, v_row.id);
        IF p_kind = 'reversal' OR v_refused IS NOT NULL THEN
            CONTINUE;
        END IF;
        IF p_amounts[v_place] < 0 AND v_row.balance - v_row.held + p_amounts[v_place] < v_row.floor THEN
            v_refused := 'below_floor';
        ELSIF p_amounts[v_place] > 0 AND v_row.balance + p_amounts[v_place] > v_row.ceiling THEN
            v_refused := 'above_ceiling';
        ELSE
            CONTINUE;
        END IF;
        account := v_row.id;
        available := CASE v_refused WHEN 'below_floor' THEN v_row.balance - v_row.held - v_row.floor
                                    ELSE v_row.ceiling - v_row.balance END;
    END LOOP;

    IF v_refused IS NULL AND v_found = cardinality(p_accounts) THEN
        INSERT INTO ledger_transfers (id, timebank_id, unit, kind, subject_id, reverses_id, memo,
                                      content, happened_at, recorded_at)
        VALUES (p_transfer, p_timebank, p_unit, p_kind, p_subject, p_reverses, p_memo,
                v_content, p_happened, p_recorded)
        ON CONFLICT (id) DO NOTHING;
        IF FOUND THEN
            WITH moved AS (
                UPDATE ledger_accounts a
                SET balance = a.balance + leg.amount, version = a.version + 1
                FROM unnest(p_accounts, p_amounts) AS leg (id, amount)
                WHERE a.id = leg.id
                RETURNING a.id, leg.amount, a.balance, a.version
            )
            INSERT INTO ledger_entries (timebank_id, transfer_id, account_id, amount, balance_after, version)
            SELECT p_timebank, p_transfer, moved.id, moved.amount, moved.balance, moved.version FROM moved;
            RETURN QUERY SELECT 'posted', NULL::uuid, NULL::bigint;
            RETURN;
        END IF;
    END IF;

    SELECT t.content INTO v_known FROM ledger_transfers t WHERE t.id = p_transfer;
    IF v_known = v_content THEN
        RETURN QUERY SELECT 'already', NULL::uuid, NULL::bigint;
    ELSIF v_known IS NOT NULL THEN
        RETURN QUERY SELECT 'other_content', NULL::uuid, NULL::bigint;
    ELSIF v_found <> cardinality(p_accounts) THEN
        RETURN QUERY SELECT 'no_account', NULL::uuid, NULL::bigint;
    ELSE
        RETURN QUERY SELECT v_refused, account, available;
    END IF;
END $$;

CREATE FUNCTION ledger_hold(
    p_hold uuid, p_timebank uuid, p_account uuid, p_amount bigint, p_subject uuid, p_at timestamptz
) RETURNS TABLE (outcome text, account uuid, available bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_row record;
BEGIN
    SELECT a.timebank_id, a.balance, a.held, a.floor INTO v_row FROM ledger_accounts a
    WHERE a.id = p_account FOR UPDATE;
    IF NOT FOUND OR v_row.timebank_id <> p_timebank THEN
        RETURN QUERY SELECT 'no_account', NULL::uuid, NULL::bigint;
    ELSIF EXISTS (SELECT 1 FROM ledger_holds h WHERE h.id = p_hold) THEN
        RETURN QUERY SELECT 'already', NULL::uuid, NULL::bigint;
    ELSIF p_amount <= 0 THEN
        RETURN QUERY SELECT 'not_balanced', NULL::uuid, NULL::bigint;
    ELSIF v_row.balance - v_row.held - p_amount < v_row.floor THEN
        RETURN QUERY SELECT 'below_floor', p_account, v_row.balance - v_row.held - v_row.floor;
    ELSE
        INSERT INTO ledger_holds (id, timebank_id, account_id, amount, state, subject_id, placed_at)
        VALUES (p_hold, p_timebank, p_account, p_amount, 'held', p_subject, p_at);
        UPDATE ledger_accounts a SET held = a.held + p_amount WHERE a.id = p_account;
        RETURN QUERY SELECT 'held', NULL::uuid, NULL::bigint;
    END IF;
END $$;

-- Ends a hold as 'released', 'settled' or 'lapsed'; answers whether it was this call that ended it.
CREATE FUNCTION ledger_end_hold(p_hold uuid, p_timebank uuid, p_state text, p_transfer uuid, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account uuid;
    v_amount bigint;
BEGIN
    SELECT h.account_id INTO v_account FROM ledger_holds h WHERE h.id = p_hold AND h.timebank_id = p_timebank;
    PERFORM 1 FROM ledger_accounts a WHERE a.id = v_account FOR UPDATE;
    UPDATE ledger_holds h SET state = p_state, transfer_id = p_transfer, ended_at = p_at
    WHERE h.id = p_hold AND h.timebank_id = p_timebank AND h.state = 'held'
    RETURNING h.amount INTO v_amount;
    IF v_amount IS NULL THEN
        RETURN false;
    END IF;
    UPDATE ledger_accounts a SET held = a.held - v_amount WHERE a.id = v_account;
    RETURN true;
END $$;

-- Pays a visit: its hold ends, the member pays what may be spent, the community pot the rest, the helper
-- is paid in full. `account` and `available` answer the member's account and what came from the pot.
CREATE FUNCTION ledger_settle(
    p_transfer uuid, p_timebank uuid, p_kind text, p_hold uuid, p_payer uuid, p_payee uuid, p_pot uuid,
    p_amount bigint, p_subject uuid, p_memo text, p_happened timestamptz, p_recorded timestamptz
) RETURNS TABLE (outcome text, account uuid, available bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_spare bigint;
    v_payer bigint;
    v_outcome text;
BEGIN
    PERFORM 1 FROM ledger_accounts a WHERE a.id IN (p_payer, p_payee, p_pot) ORDER BY a.id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM ledger_transfers t WHERE t.id = p_transfer) THEN
        RETURN QUERY SELECT 'already', NULL::uuid, NULL::bigint;
        RETURN;
    END IF;
    IF p_hold IS NOT NULL THEN
        PERFORM ledger_end_hold(p_hold, p_timebank, 'settled', p_transfer, p_recorded);
    END IF;
    SELECT a.balance - a.held - a.floor INTO v_spare FROM ledger_accounts a WHERE a.id = p_payer;
    v_payer := CASE WHEN p_payer = p_pot OR v_spare IS NULL THEN p_amount
                    ELSE least(p_amount, greatest(v_spare, 0)) END;
    SELECT posted.outcome INTO v_outcome FROM ledger_post(
        p_transfer, p_timebank, 'minutes', p_kind,
        CASE WHEN v_payer = p_amount THEN ARRAY[p_payer, p_payee]
             WHEN v_payer = 0 THEN ARRAY[p_pot, p_payee]
             ELSE ARRAY[p_payer, p_pot, p_payee] END,
        CASE WHEN v_payer IN (0, p_amount) THEN ARRAY[-p_amount, p_amount]
             ELSE ARRAY[-v_payer, v_payer - p_amount, p_amount] END,
        p_subject, p_memo, p_happened, p_recorded) posted;
    IF v_outcome <> 'posted' THEN
        RAISE EXCEPTION 'a visit could not be paid: %', v_outcome USING ERRCODE = 'TB001';
    END IF;
    RETURN QUERY SELECT v_outcome, p_payer, p_amount - v_payer;
END $$;

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: a mistake is reversed, never edited', TG_TABLE_NAME
        USING ERRCODE = 'TB002';
END $$;

CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfers
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
