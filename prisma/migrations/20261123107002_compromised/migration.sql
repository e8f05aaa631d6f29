CREATE TYPE account_state AS ENUM ('secured', 'freed', 'acted');

-- An account that somebody else seems to use.
CREATE TABLE compromised_account (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  state account_state NOT NULL DEFAULT 'secured',
  -- The hit of the rule that saw it.
  hit_id integer NOT NULL,
  -- The timeout that protects; null when there was one already.
  case_id integer REFERENCES moderation_case ON DELETE SET NULL,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  -- Until when the account is kept quiet.
  until timestamptz NOT NULL,
  -- When its owner said to have it back.
  recovered_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  -- When it sent what the rule saw; later than that everything is the thief's.
  flooded_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  card_channel_id text,
  card_message_id text,
  -- How it stood when the card was written last.
  shown text,
  -- The card says what the account sent.
  is_quoting boolean NOT NULL DEFAULT false,
  CONSTRAINT compromised_account_decided CHECK ((state = 'secured') = (decided_at IS NULL))
);
CREATE INDEX compromised_account_person ON compromised_account (guild_id, user_id, created_at);
CREATE INDEX compromised_account_open ON compromised_account (guild_id) WHERE state = 'secured';
CREATE INDEX compromised_account_quoting ON compromised_account (id) WHERE is_quoting AND evidence_id IS NULL;
CREATE INDEX compromised_account_created ON compromised_account (created_at);
CREATE INDEX compromised_account_decider ON compromised_account (guild_id, decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX compromised_account_case ON compromised_account (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX compromised_account_evidence ON compromised_account (evidence_id) WHERE evidence_id IS NOT NULL;

-- What it sent.
CREATE TABLE compromised_message (
  account_id integer NOT NULL REFERENCES compromised_account ON DELETE CASCADE,
  message_id text NOT NULL,
  channel_id text NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (account_id, message_id)
);
CREATE INDEX compromised_message_left ON compromised_message (account_id) WHERE removed_at IS NULL;

-- What the statistics of moderation ask, of one server and since a day.
CREATE INDEX report_subject_answered ON report_subject (guild_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX report_subject_made ON report_subject (guild_id, created_at);
CREATE INDEX appeal_decided ON appeal (guild_id, decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX appeal_sent ON appeal (guild_id, sent_at);
CREATE INDEX rule_restore_done ON rule_restore (guild_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX moderation_vote_made ON moderation_vote (guild_id, created_at);
CREATE INDEX moderation_vote_ended ON moderation_vote (guild_id, closed_at) WHERE closed_at IS NOT NULL;
