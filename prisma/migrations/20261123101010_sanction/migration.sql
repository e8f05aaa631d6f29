-- A sanction as its author is shown it, until they confirm it.
CREATE TABLE moderation_plan (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Whoever prepares it.
  user_id text NOT NULL,
  -- Whom it is about.
  target_id text NOT NULL,
  deed jsonb NOT NULL,
  -- How often it was changed: only what is shown is confirmed.
  version integer NOT NULL DEFAULT 0,
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
  ADD COLUMN erasure_asked_at timestamptz,
  -- Its reason was typed into Discord's own log, where the team writes for itself: the person does not read it.
  ADD COLUMN is_reason_internal boolean NOT NULL DEFAULT false,
  -- Points are told to whom they count against, and a note is not.
  ADD CONSTRAINT moderation_case_note CHECK (kind <> 'note' OR (severity IS NULL AND points = 0));
CREATE INDEX moderation_case_rule ON moderation_case (rule_id) WHERE rule_id IS NOT NULL;
-- Who opened a case, also once their data is erased.
CREATE INDEX audit_entry_opened ON audit_entry (guild_id, subject) WHERE action = 'moderation.open';
-- Files that are still to be fetched, or to be given up.
CREATE INDEX moderation_file_untried ON moderation_file (evidence_id) WHERE tried_at IS NULL;
CREATE INDEX moderation_case_erasure ON moderation_case (erasure_asked_at) WHERE erasure_asked_at IS NOT NULL AND user_id IS NOT NULL;
CREATE INDEX moderation_case_named ON moderation_case (created_at) WHERE user_id IS NOT NULL;
CREATE INDEX moderation_case_pending ON moderation_case (created_at) WHERE state = 'pending' AND voided_at IS NULL;
