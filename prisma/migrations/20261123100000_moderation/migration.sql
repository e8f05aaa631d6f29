-- The rules of the server, which people read and cases name.
CREATE TABLE server_rule (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 25),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
  body text NOT NULL CHECK (length(body) <= 600),
  -- In English; empty: the same as in French.
  title_en text NOT NULL DEFAULT '' CHECK (length(title_en) <= 80),
  body_en text NOT NULL DEFAULT '' CHECK (length(body_en) <= 600),
  -- No longer shown, yet named by cases.
  retired_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX server_rule_number ON server_rule (guild_id, number) WHERE retired_at IS NULL;
CREATE INDEX server_rule_guild ON server_rule (guild_id);

CREATE TABLE moderation_setting (
  guild_id text PRIMARY KEY,
  -- The number of the last case: taken in the transaction of the case, so that none is skipped.
  last_case integer NOT NULL DEFAULT 0,
  points_low integer NOT NULL DEFAULT 20 CHECK (points_low BETWEEN 0 AND 1000),
  points_medium integer NOT NULL DEFAULT 40 CHECK (points_medium BETWEEN 0 AND 1000),
  points_high integer NOT NULL DEFAULT 80 CHECK (points_high BETWEEN 0 AND 1000),
  timeout_at integer NOT NULL DEFAULT 50 CHECK (timeout_at BETWEEN 1 AND 1000),
  removal_at integer NOT NULL DEFAULT 100 CHECK (removal_at BETWEEN 1 AND 1000),
  decay_days integer NOT NULL DEFAULT 30 CHECK (decay_days BETWEEN 1 AND 365),
  evidence_days integer NOT NULL DEFAULT 90 CHECK (evidence_days BETWEEN 1 AND 365),
  appeal_days integer NOT NULL DEFAULT 7 CHECK (appeal_days BETWEEN 1 AND 30),
  -- The last entry of Discord's audit log that was read.
  last_audit_id text,
  CONSTRAINT moderation_setting_steps CHECK (points_low <= points_medium AND points_medium <= points_high AND timeout_at < removal_at)
);

-- What a message said, kept for whoever must judge it later.
CREATE TABLE moderation_evidence (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Who wrote it.
  user_id text NOT NULL,
  channel_id text NOT NULL,
  message_id text,
  content text NOT NULL DEFAULT '',
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  -- Deleted then.
  purge_at timestamptz NOT NULL
);
CREATE INDEX moderation_evidence_purge ON moderation_evidence (purge_at);
CREATE INDEX moderation_evidence_user ON moderation_evidence (guild_id, user_id);
CREATE INDEX moderation_evidence_message ON moderation_evidence (guild_id, message_id);

CREATE TABLE moderation_file (
  id serial PRIMARY KEY,
  evidence_id integer NOT NULL REFERENCES moderation_evidence ON DELETE CASCADE,
  name text NOT NULL,
  content_type text NOT NULL DEFAULT '',
  size integer NOT NULL CHECK (size >= 0),
  url text NOT NULL,
  -- Null until fetched; too large or gone ones stay so.
  data bytea,
  tried_at timestamptz
);
CREATE INDEX moderation_file_evidence ON moderation_file (evidence_id);

CREATE TYPE case_kind AS ENUM ('note', 'warning', 'timeout', 'kick', 'tempban', 'ban', 'release');
CREATE TYPE case_origin AS ENUM ('command', 'discord', 'rule', 'report', 'vote', 'appeal', 'compromised', 'time');
CREATE TYPE case_severity AS ENUM ('low', 'medium', 'high');
CREATE TYPE case_state AS ENUM ('pending', 'done', 'failed');
CREATE TYPE case_source AS ENUM ('report', 'hit', 'vote', 'account');

CREATE TABLE moderation_case (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- Whom it is about; null once erased.
  user_id text,
  kind case_kind NOT NULL,
  origin case_origin NOT NULL,
  state case_state NOT NULL DEFAULT 'pending',
  -- Null: the program itself.
  author_id text,
  -- Whoever asked the author to do it.
  behalf_id text,
  severity case_severity,
  points integer NOT NULL DEFAULT 0 CHECK (points BETWEEN 0 AND 1000),
  points_until timestamptz,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  rule_id integer REFERENCES server_rule ON DELETE SET NULL,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  -- What led to it: a report, a hit of a rule, a vote, a compromised account.
  source case_source,
  source_id integer,
  -- Messages of that many last seconds go with a ban.
  delete_seconds integer NOT NULL DEFAULT 0 CHECK (delete_seconds BETWEEN 0 AND 604800),
  -- When a timeout or temporary ban ends.
  ends_at timestamptz,
  ended_at timestamptz,
  -- Of a release: the case whose sanction it ends.
  releases_id integer REFERENCES moderation_case ON DELETE CASCADE,
  told_at timestamptz,
  told_via text,
  acted_at timestamptz,
  failure text,
  -- The entry of Discord's audit log from which it was made.
  audit_id text,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  hidden_at timestamptz,
  hidden_by text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT moderation_case_number UNIQUE (guild_id, number),
  CONSTRAINT moderation_case_time CHECK ((kind IN ('timeout', 'tempban')) = (ends_at IS NOT NULL)),
  CONSTRAINT moderation_case_void CHECK (voided_at IS NULL OR void_reason IS NOT NULL),
  CONSTRAINT moderation_case_source CHECK ((source IS NULL) = (source_id IS NULL)),
  CONSTRAINT moderation_case_points CHECK (points = 0 OR points_until IS NOT NULL)
);
CREATE UNIQUE INDEX moderation_case_audit ON moderation_case (guild_id, audit_id) WHERE audit_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_case_released ON moderation_case (releases_id) WHERE releases_id IS NOT NULL AND voided_at IS NULL;
-- One timeout and one ban at a time.
CREATE UNIQUE INDEX moderation_case_timed_out ON moderation_case (guild_id, user_id)
  WHERE kind = 'timeout' AND ended_at IS NULL AND voided_at IS NULL AND user_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_case_banned ON moderation_case (guild_id, user_id)
  WHERE kind IN ('tempban', 'ban') AND ended_at IS NULL AND voided_at IS NULL AND user_id IS NOT NULL;
CREATE INDEX moderation_case_person ON moderation_case (guild_id, user_id, created_at);
CREATE INDEX moderation_case_author ON moderation_case (guild_id, author_id);
CREATE INDEX moderation_case_behalf ON moderation_case (guild_id, behalf_id);
CREATE INDEX moderation_case_due ON moderation_case (ends_at) WHERE ended_at IS NULL AND voided_at IS NULL;
CREATE INDEX moderation_case_source ON moderation_case (source, source_id) WHERE source IS NOT NULL;
CREATE INDEX moderation_case_evidence ON moderation_case (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE INDEX moderation_case_created ON moderation_case (guild_id, created_at);
