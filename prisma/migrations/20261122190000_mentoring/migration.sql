CREATE TYPE mentor_state AS ENUM ('draft', 'pending', 'asked', 'approved', 'paused', 'withdrawn');
CREATE TYPE mentor_pause AS ENUM ('own', 'silence', 'renewal', 'sanction', 'absent');

CREATE TABLE mentor_profile (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  state mentor_state NOT NULL DEFAULT 'draft',
  themes text[] NOT NULL DEFAULT '{}' CHECK (cardinality(themes) <= 6),
  skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 15),
  skill_keys text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  availability text[] NOT NULL DEFAULT '{}' CHECK (cardinality(availability) <= 21),
  time_zone text,
  ways text[] NOT NULL DEFAULT '{}',
  city text,
  department text CHECK (department ~ '^(\d{2,3}|2[AB])$'),
  job text NOT NULL DEFAULT '',
  about text NOT NULL DEFAULT '',
  capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 5),
  prefers_courses integer[] NOT NULL DEFAULT '{}',
  prefers_campuses integer[] NOT NULL DEFAULT '{}',
  prefers_stages text[] NOT NULL DEFAULT '{}',
  paused_as mentor_pause,
  paused_until date,
  charter_version integer,
  charter_at timestamptz,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  comment text,
  approved_until timestamptz,
  renewal_asked_at timestamptz,
  revision integer NOT NULL DEFAULT 0,
  card_channel_id text,
  card_message_id text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id),
  -- Whoever may be asked has said enough to be chosen, agreed to the charter, and was approved for a time.
  CONSTRAINT mentor_whole CHECK (state IN ('draft', 'withdrawn') OR (cardinality(themes) > 0 AND cardinality(languages) > 0 AND cardinality(availability) > 0
    AND cardinality(ways) > 0 AND charter_version IS NOT NULL AND charter_at IS NOT NULL)),
  CONSTRAINT mentor_approved CHECK (state NOT IN ('approved', 'paused') OR (approved_until IS NOT NULL AND decided_at IS NOT NULL)),
  CONSTRAINT mentor_paused CHECK ((state = 'paused') = (paused_as IS NOT NULL)),
  CONSTRAINT mentor_asked CHECK (state <> 'asked' OR comment IS NOT NULL),
  CONSTRAINT mentor_city CHECK (city IS NULL OR department IS NOT NULL)
);
CREATE INDEX mentor_free ON mentor_profile (guild_id) WHERE state = 'approved';
CREATE INDEX mentor_waiting ON mentor_profile (guild_id, submitted_at) WHERE state = 'pending';
CREATE INDEX mentor_renewal ON mentor_profile (approved_until) WHERE state IN ('approved', 'paused');
CREATE INDEX mentor_back ON mentor_profile (paused_until) WHERE state = 'paused';
CREATE INDEX mentor_decided_by ON mentor_profile (guild_id, decided_by);

-- Somebody whom a person is never paired with again. Private to who avoids.
CREATE TABLE mentoring_avoid (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  avoided_id text NOT NULL,
  -- A pair of theirs ended; otherwise they chose it.
  was_paired boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, avoided_id),
  CONSTRAINT mentoring_avoid_other CHECK (user_id <> avoided_id)
);
CREATE INDEX mentoring_avoided ON mentoring_avoid (guild_id, avoided_id);

CREATE TYPE mentoring_request_state AS ENUM ('waiting', 'paired', 'withdrawn', 'expired');

CREATE TABLE mentoring_request (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  state mentoring_request_state NOT NULL DEFAULT 'waiting',
  goals text NOT NULL,
  -- The first counts most.
  themes text[] NOT NULL CHECK (cardinality(themes) BETWEEN 1 AND 6),
  skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 15),
  skill_keys text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  availability text[] NOT NULL DEFAULT '{}' CHECK (cardinality(availability) <= 21),
  time_zone text,
  ways text[] NOT NULL DEFAULT '{}',
  stage text,
  city text,
  department text CHECK (department ~ '^(\d{2,3}|2[AB])$'),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  CONSTRAINT mentoring_request_closed CHECK ((state = 'waiting') = (closed_at IS NULL)),
  CONSTRAINT mentoring_request_city CHECK (city IS NULL OR department IS NOT NULL)
);
CREATE UNIQUE INDEX mentoring_request_one ON mentoring_request (guild_id, user_id) WHERE state = 'waiting';
CREATE INDEX mentoring_request_person ON mentoring_request (guild_id, user_id);
CREATE INDEX mentoring_request_waiting ON mentoring_request (guild_id, created_at) WHERE state = 'waiting';

-- Whom a learner would like to have.
CREATE TABLE mentoring_preference (
  request_id integer NOT NULL REFERENCES mentoring_request ON DELETE CASCADE,
  guild_id text NOT NULL,
  mentor_id text NOT NULL,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 3),
  PRIMARY KEY (request_id, place),
  CONSTRAINT mentoring_preference_once UNIQUE (request_id, mentor_id)
);
CREATE INDEX mentoring_preference_mentor ON mentoring_preference (guild_id, mentor_id);

CREATE TYPE mentoring_ask_state AS ENUM ('queued', 'asked', 'question', 'accepted', 'declined', 'expired', 'closed');

-- A learner asks mentors one after the other.
CREATE TABLE mentoring_ask (
  id serial PRIMARY KEY,
  request_id integer NOT NULL REFERENCES mentoring_request ON DELETE CASCADE,
  guild_id text NOT NULL,
  mentor_id text NOT NULL,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 3),
  state mentoring_ask_state NOT NULL DEFAULT 'queued',
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  reasons jsonb NOT NULL,
  question text,
  answer text,
  asked_at timestamptz,
  -- 72 hours after it was asked, or after the learner answered a question.
  due_at timestamptz,
  reminded integer NOT NULL DEFAULT 0 CHECK (reminded BETWEEN 0 AND 2),
  ended_at timestamptz,
  CONSTRAINT mentoring_ask_asked CHECK (state NOT IN ('asked', 'question', 'accepted', 'declined', 'expired') OR asked_at IS NOT NULL),
  CONSTRAINT mentoring_ask_due CHECK (state <> 'asked' OR due_at IS NOT NULL),
  CONSTRAINT mentoring_ask_question CHECK (state <> 'question' OR question IS NOT NULL)
);
-- One mentor at a time, and none twice while it goes on.
CREATE UNIQUE INDEX mentoring_ask_one ON mentoring_ask (request_id) WHERE state IN ('asked', 'question');
CREATE UNIQUE INDEX mentoring_ask_place ON mentoring_ask (request_id, place) WHERE state IN ('queued', 'asked', 'question');
CREATE INDEX mentoring_ask_request ON mentoring_ask (request_id);
CREATE INDEX mentoring_ask_mentor ON mentoring_ask (guild_id, mentor_id, state);
CREATE INDEX mentoring_ask_due_at ON mentoring_ask (due_at) WHERE state = 'asked';

CREATE TYPE mentoring_origin AS ENUM ('asked', 'campaign', 'staff');
CREATE TYPE mentoring_pair_state AS ENUM ('active', 'paused', 'ended');
CREATE TYPE mentoring_end AS ENUM ('mentor', 'learner', 'finished', 'silence', 'staff', 'left', 'withdrawn', 'reported');

CREATE TABLE mentoring_pair (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Null once erased.
  mentor_id text,
  learner_id text,
  request_id integer REFERENCES mentoring_request ON DELETE SET NULL,
  origin mentoring_origin NOT NULL,
  state mentoring_pair_state NOT NULL DEFAULT 'active',
  -- Of the mentor, from 1 to their capacity: two learners never have the same.
  seat integer NOT NULL CHECK (seat BETWEEN 1 AND 5),
  coordinator_id text,
  score double precision CHECK (score BETWEEN 0 AND 1),
  reasons jsonb,
  created_by text,
  created_at timestamptz NOT NULL,
  -- The creation of the thread was tried: a later try looks for it in the audit log.
  begun_at timestamptz,
  thread_id text,
  opened_at timestamptz,
  -- When one of the two last wrote or met, as far as is known.
  active_at timestamptz NOT NULL,
  -- The last message of the thread that was looked at.
  read_until text,
  nudged_at timestamptz,
  warned_at timestamptz,
  paused_until date,
  ended_at timestamptz,
  ended_as mentoring_end,
  -- For staff alone.
  end_reason text,
  CONSTRAINT mentoring_pair_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL AND ended_as IS NOT NULL)),
  CONSTRAINT mentoring_pair_paused CHECK ((state = 'paused') = (paused_until IS NOT NULL)),
  CONSTRAINT mentoring_pair_two CHECK (mentor_id <> learner_id),
  CONSTRAINT mentoring_pair_people CHECK (state = 'ended' OR (mentor_id IS NOT NULL AND learner_id IS NOT NULL))
);
CREATE UNIQUE INDEX mentoring_pair_seat ON mentoring_pair (guild_id, mentor_id, seat) WHERE state <> 'ended';
CREATE UNIQUE INDEX mentoring_pair_learner ON mentoring_pair (guild_id, learner_id) WHERE state <> 'ended';
CREATE INDEX mentoring_pair_mentors ON mentoring_pair (guild_id, mentor_id);
CREATE INDEX mentoring_pair_learners ON mentoring_pair (guild_id, learner_id);
CREATE INDEX mentoring_pair_coordinator ON mentoring_pair (guild_id, coordinator_id);
CREATE INDEX mentoring_pair_created_by ON mentoring_pair (guild_id, created_by);
CREATE INDEX mentoring_pair_thread ON mentoring_pair (thread_id);
CREATE INDEX mentoring_pair_request ON mentoring_pair (request_id);
CREATE INDEX mentoring_pair_quiet ON mentoring_pair (active_at) WHERE state = 'active';
CREATE INDEX mentoring_pair_back ON mentoring_pair (paused_until) WHERE state = 'paused';

CREATE TYPE mentoring_session_state AS ENUM ('planned', 'done', 'cancelled', 'missed');

CREATE TABLE mentoring_session (
  id serial PRIMARY KEY,
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  guild_id text NOT NULL,
  state mentoring_session_state NOT NULL DEFAULT 'planned',
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 15 AND 240),
  theme text,
  -- A channel of the server, or a link.
  channel_id text,
  link text,
  planned_by text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by text,
  -- Who did not come, when somebody did not.
  missed_by text,
  -- Of the invitation that calendars were given: each change is one more.
  sequence integer NOT NULL DEFAULT 0,
  CONSTRAINT mentoring_session_settled CHECK ((state = 'planned') = (settled_at IS NULL))
);
-- Nobody is planned twice at the same moment by a second click.
CREATE UNIQUE INDEX mentoring_session_moment ON mentoring_session (pair_id, starts_at) WHERE state = 'planned';
CREATE INDEX mentoring_session_pair ON mentoring_session (pair_id, starts_at);
CREATE INDEX mentoring_session_due ON mentoring_session (starts_at) WHERE state = 'planned';
CREATE INDEX mentoring_session_planned_by ON mentoring_session (guild_id, planned_by);
CREATE INDEX mentoring_session_settled_by ON mentoring_session (guild_id, settled_by);
CREATE INDEX mentoring_session_missed_by ON mentoring_session (guild_id, missed_by);

-- What a guild chose; without a row, the defaults.
CREATE TABLE mentoring_setting (
  guild_id text PRIMARY KEY,
  -- Somebody of staff is in the thread of each pair: the guild has people under age.
  needs_coordinator boolean,
  answer_hours integer CHECK (answer_hours BETWEEN 24 AND 336),
  nudge_days integer CHECK (nudge_days BETWEEN 7 AND 180),
  warn_days integer,
  end_days integer,
  CONSTRAINT mentoring_setting_order CHECK (nudge_days < warn_days AND warn_days < end_days AND end_days <= 365)
);
