-- A sanction as its author is shown it, until they confirm it.
CREATE TABLE moderation_plan (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Whoever prepares it.
  user_id text NOT NULL,
  -- Whom it is about.
  target_id text NOT NULL,
  deed jsonb NOT NULL,
  -- Read for this plan alone: deleted with it when nobody confirms.
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX moderation_plan_created ON moderation_plan (created_at);
CREATE INDEX moderation_plan_user ON moderation_plan (guild_id, user_id);
CREATE INDEX moderation_plan_target ON moderation_plan (guild_id, target_id);
CREATE INDEX moderation_plan_evidence ON moderation_plan (evidence_id) WHERE evidence_id IS NOT NULL;

-- With which somebody who is banned proves in a direct message whose sanction they mean.
CREATE TABLE moderation_code (
  case_id integer PRIMARY KEY REFERENCES moderation_case ON DELETE CASCADE,
  hash text NOT NULL UNIQUE,
  -- In clear until it is sent: a second try must send the same.
  code text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

ALTER TABLE moderation_case
  -- The person asked to be forgotten while the sanction runs: their id goes once it is over.
  ADD COLUMN erasure_asked_at timestamptz;
CREATE INDEX moderation_case_erasure ON moderation_case (erasure_asked_at) WHERE erasure_asked_at IS NOT NULL AND user_id IS NOT NULL;
CREATE INDEX moderation_case_named ON moderation_case (created_at) WHERE user_id IS NOT NULL;
CREATE INDEX moderation_case_pending ON moderation_case (created_at) WHERE state = 'pending' AND voided_at IS NULL;
