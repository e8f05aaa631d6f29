-- Why a case is out of the lists of moderators.
ALTER TABLE moderation_case ADD COLUMN hide_reason text CHECK (length(hide_reason) <= 500);

-- A case is voided, never deleted; what is kept of a server that the bot left goes as a whole.
CREATE FUNCTION keep_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM guild WHERE id = OLD.guild_id AND left_at IS NULL) THEN
    RAISE EXCEPTION 'a case is voided, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER moderation_case_kept BEFORE DELETE ON moderation_case FOR EACH ROW EXECUTE FUNCTION keep_case();

-- What was done to a case.
CREATE INDEX audit_entry_case ON audit_entry (guild_id, subject) WHERE subject LIKE 'case:%';

CREATE TYPE appeal_state AS ENUM ('draft', 'open', 'accepted', 'reduced', 'upheld', 'withdrawn', 'closed');
CREATE TYPE appeal_wish AS ENUM ('lift', 'reduce', 'explain');

CREATE TABLE appeal (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Once a case.
  case_id integer NOT NULL UNIQUE REFERENCES moderation_case ON DELETE CASCADE,
  -- Null once erased.
  user_id text,
  -- `draft`: opened by a code, its words are still to come.
  state appeal_state NOT NULL,
  wish appeal_wish NOT NULL DEFAULT 'lift',
  text text NOT NULL DEFAULT '' CHECK (length(text) <= 1500),
  -- Of the person, as they last wrote to us.
  locale text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  -- By when somebody should have decided.
  due_at timestamptz,
  reminded_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  -- Told to the person as it is.
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 600),
  -- How the person learned the outcome.
  told_via text,
  -- The direct message by which it was opened or written.
  message_id text,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT appeal_decided CHECK ((state IN ('accepted', 'reduced', 'upheld')) = (decided_at IS NOT NULL)),
  CONSTRAINT appeal_sent CHECK ((sent_at IS NULL) = (due_at IS NULL) AND (state NOT IN ('open', 'accepted', 'reduced', 'upheld') OR sent_at IS NOT NULL))
);
CREATE INDEX appeal_waiting ON appeal (guild_id, sent_at) WHERE state = 'open';
CREATE INDEX appeal_due ON appeal (due_at) WHERE state = 'open';
CREATE INDEX appeal_draft ON appeal (user_id) WHERE state = 'draft';
CREATE INDEX appeal_message ON appeal (user_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX appeal_person ON appeal (guild_id, user_id);
CREATE INDEX appeal_decider ON appeal (guild_id, decided_by) WHERE decided_by IS NOT NULL;

-- Decided by somebody else than who made the case, who asked for it or for the vote that led to it, who had the last word on that, and whom it is about.
CREATE FUNCTION appeal_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by IS NOT NULL AND EXISTS (
    SELECT FROM moderation_case AS made
    LEFT JOIN moderation_vote AS vote ON made.source = 'vote' AND vote.id = made.source_id
    WHERE made.id = NEW.case_id
      AND NEW.decided_by IN (made.author_id, made.behalf_id, made.user_id, vote.proposed_by, vote.decided_by)
  ) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody else' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_by_another BEFORE INSERT OR UPDATE OF decided_by, case_id ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_by_another();

-- Codes typed to the bot that are none, for an hour: nobody guesses one.
CREATE TABLE appeal_try (
  id serial PRIMARY KEY,
  user_id text NOT NULL,
  tried_at timestamptz NOT NULL
);
CREATE INDEX appeal_try_user ON appeal_try (user_id, tried_at);
CREATE INDEX appeal_try_at ON appeal_try (tried_at);
