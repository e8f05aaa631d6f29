-- That a company answered once, and when it last wrote, are two facts. A pause of the offer is told once.
ALTER TABLE application ADD COLUMN last_written_at timestamptz, ADD COLUMN pause_told_at timestamptz, DROP COLUMN seated_at;
UPDATE application SET last_written_at = answered_at WHERE closed_at IS NULL AND stage IN ('sent', 'seen') AND answered_at IS NOT NULL;

-- Who may sit in the threads of a company or of a relayed offer has changed, whoever changed it: what is erased leaves no other trace of that.
CREATE TABLE seating_change (
  id serial PRIMARY KEY,
  company_id integer,
  offer_id integer,
  CONSTRAINT seating_change_of CHECK (num_nonnulls(company_id, offer_id) = 1)
);
CREATE FUNCTION seating_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO seating_change (company_id) VALUES (OLD.company_id); END IF;
  IF TG_OP = 'INSERT' THEN INSERT INTO seating_change (company_id) VALUES (NEW.company_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER seating_of_place AFTER INSERT OR DELETE OR UPDATE OF left_at ON company_recruiter
  FOR EACH ROW EXECUTE FUNCTION seating_of_place();
CREATE FUNCTION seating_of_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seating_change (company_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER seating_of_company AFTER UPDATE OF state ON company
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION seating_of_company();
CREATE FUNCTION seating_of_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seating_change (offer_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER seating_of_offer AFTER UPDATE OF author_id ON offer
  FOR EACH ROW WHEN (OLD.author_id IS DISTINCT FROM NEW.author_id AND NEW.company_id IS NULL) EXECUTE FUNCTION seating_of_offer();

-- Boards ask whether anybody waits, and how many have no answer yet; a pause is told, and forgotten when it ends.
CREATE INDEX application_waiting ON application (offer_id) WHERE closed_at IS NULL;
CREATE INDEX application_unanswered ON application (offer_id) WHERE stage IN ('sent', 'seen');
CREATE INDEX application_pause_told ON application (offer_id) WHERE closed_at IS NULL AND pause_told_at IS NOT NULL;
CREATE INDEX application_hired ON application (guild_id, closed_at) WHERE stage = 'hired';
CREATE INDEX offer_hidden ON offer (hidden_at) WHERE state = 'hidden';
CREATE INDEX offer_guild_id_state_idx ON offer (guild_id, state);

-- Told by the feature that takes it back itself: its age alone does not end it.
ALTER TABLE notice ADD COLUMN lasting boolean NOT NULL DEFAULT false;
UPDATE notice SET lasting = true WHERE key LIKE 'applications.delivered:%' OR key LIKE 'talents.met:%';
CREATE INDEX notice_lasting ON notice (guild_id, key) WHERE lasting;
