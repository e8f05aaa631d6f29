CREATE TYPE application_stage AS ENUM ('sent', 'seen', 'interview', 'offer', 'hired', 'declined', 'withdrawn');

CREATE TABLE application (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  user_id text,
  locale text NOT NULL DEFAULT 'fr',
  stage application_stage NOT NULL DEFAULT 'sent',
  message text CHECK (length(message) <= 2000),
  consent_version integer NOT NULL CHECK (consent_version > 0),
  consented_at timestamptz NOT NULL,
  campus_id integer REFERENCES catalogue_entry ON DELETE SET NULL,
  sent_at timestamptz NOT NULL,
  seen_at timestamptz,
  answered_at timestamptz,
  stage_at timestamptz NOT NULL,
  closed_at timestamptz,
  former_stage application_stage,
  reason text CHECK (reason IN ('experience', 'skills', 'contract', 'place', 'dates', 'someone_else', 'filled', 'paused', 'no_answer')),
  recruiter_reminded_at timestamptz,
  staff_reminded_at timestamptz,
  outcome_asked_at timestamptz,
  purged_at timestamptz,
  begun_at timestamptz,
  room_channel_id text,
  opening_message_id text,
  cv_message_id text,
  seated_at timestamptz,
  CONSTRAINT application_closed CHECK ((closed_at IS NOT NULL) = (stage IN ('hired', 'declined', 'withdrawn'))),
  CONSTRAINT application_declined CHECK ((stage = 'declined') = (reason IS NOT NULL)),
  CONSTRAINT application_purged CHECK (purged_at IS NULL OR message IS NULL)
);
-- Nobody applies twice, unless they withdrew before.
CREATE UNIQUE INDEX application_one ON application (offer_id, user_id) WHERE stage <> 'withdrawn';
CREATE INDEX application_board ON application (offer_id, stage, id);
CREATE INDEX application_of ON application (guild_id, user_id, id);
CREATE INDEX application_sent ON application (guild_id, sent_at);
CREATE INDEX application_campus_id_idx ON application (campus_id);
-- Those that wait for an answer; for the outcome of a closed offer; and whose person may have left.
CREATE INDEX application_open ON application (sent_at) WHERE closed_at IS NULL AND staff_reminded_at IS NULL;
CREATE INDEX application_outcome ON application (outcome_asked_at) WHERE closed_at IS NULL;
CREATE INDEX application_roomless ON application (sent_at) WHERE closed_at IS NULL AND room_channel_id IS NULL;
CREATE INDEX application_to_purge ON application (closed_at) WHERE purged_at IS NULL AND closed_at IS NOT NULL;
CREATE INDEX application_leftover ON application (id) WHERE purged_at IS NOT NULL AND (room_channel_id IS NOT NULL OR begun_at IS NOT NULL);
CREATE INDEX application_old ON application (stage_at) WHERE closed_at IS NOT NULL;

-- What the code decides by a table of its own is refused here too, whoever asks. A refusal made by mistake is taken back within ten minutes.
CREATE FUNCTION application_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage = OLD.stage OR (OLD.stage::text, NEW.stage::text) IN (
    ('sent', 'seen'), ('sent', 'interview'), ('sent', 'declined'), ('sent', 'withdrawn'),
    ('seen', 'interview'), ('seen', 'declined'), ('seen', 'withdrawn'),
    ('interview', 'offer'), ('interview', 'declined'), ('interview', 'withdrawn'),
    ('offer', 'hired'), ('offer', 'declined'), ('offer', 'withdrawn')
  ) OR (OLD.stage = 'declined' AND NEW.stage = OLD.former_stage AND NEW.stage_at <= OLD.stage_at + interval '10 minutes') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an application cannot be % after %', NEW.stage, OLD.stage USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER application_moves BEFORE UPDATE OF stage ON application FOR EACH ROW EXECUTE FUNCTION application_moves();

-- A file on its way to Discord.
CREATE TABLE application_file (
  application_id integer PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 5 AND 100),
  bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 5 AND 5000000),
  created_at timestamptz NOT NULL
);
-- A PDF is compressed already.
ALTER TABLE application_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX application_file_guild_id_user_id_idx ON application_file (guild_id, user_id);
CREATE INDEX application_file_created ON application_file (created_at);

CREATE TYPE recommendation_state AS ENUM ('asked', 'accepted', 'refused');

CREATE TABLE recommendation (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  author_id text NOT NULL,
  user_id text NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  state recommendation_state NOT NULL DEFAULT 'asked',
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  CONSTRAINT recommendation_decided CHECK ((state = 'asked') = (decided_at IS NULL)),
  CONSTRAINT recommendation_other CHECK (author_id <> user_id)
);
-- Who said no is not asked again by the same person.
CREATE UNIQUE INDEX recommendation_offer_id_user_id_author_id_key ON recommendation (offer_id, user_id, author_id);
CREATE INDEX recommendation_guild_id_user_id_idx ON recommendation (guild_id, user_id);
CREATE INDEX recommendation_guild_id_author_id_idx ON recommendation (guild_id, author_id);
CREATE INDEX recommendation_created ON recommendation (created_at);
