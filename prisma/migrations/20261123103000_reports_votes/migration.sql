-- What several moderators decide together.
CREATE TYPE vote_state AS ENUM ('open', 'confirming', 'adopted', 'rejected', 'tied', 'lacking', 'withdrawn', 'declined', 'lapsed');
CREATE TYPE vote_choice AS ENUM ('yes', 'no', 'abstain');

CREATE TABLE moderation_vote (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Whom it is about.
  user_id text NOT NULL,
  measure case_kind NOT NULL CHECK (measure IN ('warning', 'timeout', 'kick', 'tempban', 'ban')),
  -- Of a timeout or temporary ban.
  seconds integer CHECK (seconds > 0),
  severity case_severity NOT NULL DEFAULT 'medium',
  rule_id integer REFERENCES server_rule ON DELETE SET NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  source case_source,
  source_id integer,
  state vote_state NOT NULL DEFAULT 'open',
  proposed_by text,
  created_at timestamptz NOT NULL,
  -- Sooner with each ballot.
  closes_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- Who ended it before its time, withdrew it, or gave the last word on a permanent ban, and why.
  decided_by text,
  decided_reason text,
  case_id integer REFERENCES moderation_case ON DELETE SET NULL,
  card_channel_id text,
  card_message_id text,
  -- The question to admins whether a permanent ban is carried out.
  ask_channel_id text,
  ask_message_id text,
  -- The person had their data erased meanwhile: the vote goes a day after its end.
  erasure_asked_at timestamptz,
  CONSTRAINT moderation_vote_time CHECK ((measure IN ('timeout', 'tempban')) = (seconds IS NOT NULL)),
  CONSTRAINT moderation_vote_source CHECK ((source IS NULL) = (source_id IS NULL)),
  CONSTRAINT moderation_vote_closed CHECK ((state = 'open') = (closed_at IS NULL))
);
-- One at a time about the same person.
CREATE UNIQUE INDEX moderation_vote_person_once ON moderation_vote (guild_id, user_id) WHERE state IN ('open', 'confirming');
CREATE INDEX moderation_vote_person ON moderation_vote (guild_id, user_id);
CREATE INDEX moderation_vote_due ON moderation_vote (closes_at) WHERE state = 'open';
CREATE INDEX moderation_vote_confirming ON moderation_vote (closed_at) WHERE state = 'confirming';
CREATE INDEX moderation_vote_waiting ON moderation_vote (guild_id, closes_at) WHERE state IN ('open', 'confirming');
CREATE INDEX moderation_vote_source_of ON moderation_vote (source, source_id) WHERE source IS NOT NULL;
CREATE INDEX moderation_vote_card ON moderation_vote (guild_id, card_message_id) WHERE card_message_id IS NOT NULL;
CREATE INDEX moderation_vote_ask ON moderation_vote (guild_id, ask_message_id) WHERE ask_message_id IS NOT NULL;
CREATE INDEX moderation_vote_closed_at ON moderation_vote (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX moderation_vote_erasing ON moderation_vote (closed_at) WHERE erasure_asked_at IS NOT NULL;
CREATE INDEX moderation_vote_case ON moderation_vote (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX moderation_vote_evidence ON moderation_vote (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE INDEX moderation_vote_rule ON moderation_vote (rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX moderation_vote_proposed ON moderation_vote (guild_id, proposed_by);
CREATE INDEX moderation_vote_decided ON moderation_vote (guild_id, decided_by);

CREATE TABLE moderation_ballot (
  id serial PRIMARY KEY,
  vote_id integer NOT NULL REFERENCES moderation_vote ON DELETE CASCADE,
  guild_id text NOT NULL,
  -- Null once erased: what was decided stands.
  voter_id text,
  choice vote_choice NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT moderation_ballot_once UNIQUE (vote_id, voter_id)
);
CREATE INDEX moderation_ballot_voter ON moderation_ballot (guild_id, voter_id);

-- What people report.
CREATE TYPE report_category AS ENUM (
  'illegal', 'minors', 'sexual', 'harassment', 'offensive', 'misleading', 'privacy', 'dangerous', 'fraud', 'property', 'spam', 'other'
);
CREATE TYPE report_state AS ENUM ('open', 'acted', 'dismissed');

CREATE TABLE report_setting (
  guild_id text PRIMARY KEY,
  -- How many people each category needs before moderators are called, by its key; those that are absent have their default.
  thresholds jsonb,
  daily integer NOT NULL DEFAULT 10 CHECK (daily BETWEEN 1 AND 50),
  remind_hours integer NOT NULL DEFAULT 24 CHECK (remind_hours BETWEEN 1 AND 168),
  -- From so many unfounded reports in 30 days on, somebody's reports call nobody.
  unfounded integer NOT NULL DEFAULT 5 CHECK (unfounded BETWEEN 1 AND 50)
);

-- Who reports, under the only name that moderators read.
CREATE TABLE report_reporter (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  alias text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT report_reporter_person UNIQUE (guild_id, user_id),
  CONSTRAINT report_reporter_alias UNIQUE (guild_id, alias)
);

-- A message as it was when somebody opened the form to report it: gone an hour later, or once reported.
CREATE TABLE report_glimpse (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Who looked at it.
  user_id text NOT NULL,
  channel_id text NOT NULL,
  message_id text NOT NULL,
  author_id text NOT NULL,
  is_bot boolean NOT NULL,
  content text NOT NULL,
  files jsonb NOT NULL DEFAULT '[]',
  sent_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT report_glimpse_once UNIQUE (guild_id, user_id, message_id)
);
CREATE INDEX report_glimpse_seen ON report_glimpse (seen_at);
CREATE INDEX report_glimpse_author ON report_glimpse (guild_id, author_id);

-- A message or a person, with all reports of it.
CREATE TABLE report_subject (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  is_bot boolean NOT NULL DEFAULT false,
  channel_id text,
  message_id text,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  state report_state NOT NULL DEFAULT 'open',
  -- The lowest threshold that was reached: the lower, the graver. Moderators are called once for each.
  alert_level integer CHECK (alert_level > 0),
  -- For which they were called; null: not yet for that one.
  alert_posted integer,
  created_at timestamptz NOT NULL,
  -- Later than the creation when it was opened again.
  waiting_since timestamptz NOT NULL,
  reminded_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  close_reason text CHECK (length(close_reason) <= 500),
  case_id integer REFERENCES moderation_case ON DELETE SET NULL,
  -- Nobody asks any more once Discord refused it.
  removal_asked_at timestamptz,
  removal_asked_by text,
  removal_refused_at timestamptz,
  gone_at timestamptz,
  card_channel_id text,
  card_message_id text,
  -- The person had their data erased meanwhile: it goes a day after the answer.
  erasure_asked_at timestamptz,
  CONSTRAINT report_subject_place CHECK ((channel_id IS NULL) = (message_id IS NULL)),
  CONSTRAINT report_subject_removal CHECK (removal_asked_by IS NULL OR removal_asked_at IS NOT NULL),
  CONSTRAINT report_subject_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  CONSTRAINT report_subject_message UNIQUE (guild_id, message_id)
);
CREATE UNIQUE INDEX report_subject_person_once ON report_subject (guild_id, user_id) WHERE message_id IS NULL AND state = 'open';
CREATE INDEX report_subject_person ON report_subject (guild_id, user_id);
CREATE INDEX report_subject_queue ON report_subject (guild_id, waiting_since) WHERE state = 'open';
CREATE INDEX report_subject_late ON report_subject (waiting_since) WHERE state = 'open' AND reminded_at IS NULL;
CREATE INDEX report_subject_uncarded ON report_subject (id) WHERE state = 'open' AND card_message_id IS NULL;
CREATE INDEX report_subject_uncalled ON report_subject (id) WHERE state = 'open' AND alert_level IS NOT NULL AND alert_posted IS NULL;
CREATE INDEX report_subject_card ON report_subject (guild_id, card_message_id) WHERE card_message_id IS NOT NULL;
CREATE INDEX report_subject_ended ON report_subject (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX report_subject_closer ON report_subject (guild_id, closed_by);
CREATE INDEX report_subject_remover ON report_subject (guild_id, removal_asked_by) WHERE removal_asked_by IS NOT NULL;
CREATE INDEX report_subject_removing ON report_subject (id) WHERE removal_asked_at IS NOT NULL AND gone_at IS NULL;
CREATE INDEX report_subject_erasing ON report_subject (closed_at) WHERE erasure_asked_at IS NOT NULL;
CREATE INDEX report_subject_evidence ON report_subject (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE INDEX report_subject_case ON report_subject (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE report (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  subject_id integer NOT NULL REFERENCES report_subject ON DELETE CASCADE,
  -- Null once erased: that it was reported stands.
  reporter_id integer REFERENCES report_reporter ON DELETE SET NULL,
  category report_category NOT NULL,
  comment text NOT NULL DEFAULT '' CHECK (length(comment) <= 500),
  -- False: of somebody whose last reports were unfounded.
  counts boolean NOT NULL DEFAULT true,
  -- Null: nobody answered yet, or it was meant well.
  founded boolean,
  -- What whoever reported was told: a subject may be opened again, an answer stays. Null: not yet.
  answer report_state CHECK (answer <> 'open'),
  answered_at timestamptz,
  locale text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT report_once UNIQUE (subject_id, reporter_id),
  CONSTRAINT report_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX report_reporter_of ON report (reporter_id, created_at);

-- Two moderators together may learn who reported.
CREATE TABLE report_reveal (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  report_id integer NOT NULL REFERENCES report ON DELETE CASCADE,
  asked_by text,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  asked_at timestamptz NOT NULL,
  -- Of the request; once confirmed, of the right to read.
  expires_at timestamptz NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz,
  closed_at timestamptz,
  channel_id text,
  message_id text,
  CONSTRAINT report_reveal_two CHECK (confirmed_by IS NULL OR confirmed_by IS DISTINCT FROM asked_by),
  CONSTRAINT report_reveal_confirmed CHECK (confirmed_by IS NULL OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX report_reveal_once ON report_reveal (report_id) WHERE closed_at IS NULL;
CREATE INDEX report_reveal_report ON report_reveal (report_id);
CREATE INDEX report_reveal_due ON report_reveal (expires_at) WHERE closed_at IS NULL;
CREATE INDEX report_reveal_message ON report_reveal (guild_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX report_reveal_asker ON report_reveal (guild_id, asked_by);
CREATE INDEX report_reveal_confirmer ON report_reveal (guild_id, confirmed_by);
