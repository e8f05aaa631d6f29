-- A learner asks for one session on one theme; the first of the mentors who are asked takes it.
CREATE TYPE mentoring_flash_state AS ENUM ('open', 'taken', 'done', 'cancelled', 'withdrawn', 'expired', 'lapsed');
CREATE TYPE mentoring_flash_when AS ENUM ('now', 'today', 'week');

CREATE TABLE mentoring_flash (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Null once erased or forgotten.
  learner_id text,
  mentor_id text,
  locale text NOT NULL DEFAULT 'fr',
  state mentoring_flash_state NOT NULL DEFAULT 'open',
  theme text NOT NULL,
  about text NOT NULL,
  suits mentoring_flash_when NOT NULL,
  skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 15),
  skill_keys text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  created_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  taken_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  -- What the session took, as it counts for the mentor.
  minutes integer CHECK (minutes BETWEEN 15 AND 240),
  helped boolean,
  -- The creation of the thread was tried: a later try looks for it in the audit log.
  begun_at timestamptz,
  thread_id text,
  opening_id text,
  opened_at timestamptz,
  deleted_at timestamptz,
  CONSTRAINT mentoring_flash_ended CHECK ((state IN ('open', 'taken')) = (ended_at IS NULL)),
  CONSTRAINT mentoring_flash_taken CHECK (state NOT IN ('taken', 'done', 'lapsed') OR taken_at IS NOT NULL),
  CONSTRAINT mentoring_flash_people CHECK (
    (state NOT IN ('open', 'taken') OR learner_id IS NOT NULL) AND (state <> 'taken' OR mentor_id IS NOT NULL)),
  CONSTRAINT mentoring_flash_minutes CHECK ((state = 'done') = (minutes IS NOT NULL)),
  CONSTRAINT mentoring_flash_two CHECK (learner_id <> mentor_id)
);
CREATE UNIQUE INDEX mentoring_flash_one ON mentoring_flash (guild_id, learner_id) WHERE state IN ('open', 'taken');
CREATE INDEX mentoring_flash_learner ON mentoring_flash (guild_id, learner_id, created_at);
CREATE INDEX mentoring_flash_mentor ON mentoring_flash (guild_id, mentor_id, taken_at);
CREATE INDEX mentoring_flash_ended_by ON mentoring_flash (guild_id, ended_by);
CREATE INDEX mentoring_flash_closes ON mentoring_flash (closes_at) WHERE state = 'open';
CREATE INDEX mentoring_flash_live ON mentoring_flash (taken_at) WHERE state = 'taken';
CREATE INDEX mentoring_flash_thread ON mentoring_flash (ended_at) WHERE begun_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX mentoring_flash_old ON mentoring_flash (ended_at) WHERE learner_id IS NOT NULL;

CREATE TYPE mentoring_flash_ask_state AS ENUM ('asked', 'passed', 'taken', 'closed');

-- Who was asked.
CREATE TABLE mentoring_flash_ask (
  flash_id integer NOT NULL REFERENCES mentoring_flash ON DELETE CASCADE,
  guild_id text NOT NULL,
  mentor_id text NOT NULL,
  state mentoring_flash_ask_state NOT NULL DEFAULT 'asked',
  at timestamptz NOT NULL,
  PRIMARY KEY (flash_id, mentor_id)
);
CREATE INDEX mentoring_flash_ask_mentor ON mentoring_flash_ask (guild_id, mentor_id, at);

CREATE TYPE mentoring_flash_wish_kind AS ENUM ('weekly', 'always', 'never');

-- How often a mentor wants to be asked; without a row, weekly.
CREATE TABLE mentoring_flash_wish (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  wish mentoring_flash_wish_kind NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id)
);

CREATE TYPE mentoring_circle_state AS ENUM ('draft', 'open', 'paused', 'ended');
CREATE TYPE mentoring_circle_end AS ENUM ('finished', 'mentor', 'staff', 'no_mentor');

-- One mentor and several learners, around a theme, until a day.
CREATE TABLE mentoring_circle (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Null once erased.
  mentor_id text,
  state mentoring_circle_state NOT NULL DEFAULT 'draft',
  theme text NOT NULL,
  title text NOT NULL,
  about text NOT NULL,
  seats integer NOT NULL CHECK (seats BETWEEN 2 AND 8),
  ends_on date NOT NULL,
  -- Whom it is for; both empty: every learner.
  course_ids integer[] NOT NULL DEFAULT '{}',
  promo_ids integer[] NOT NULL DEFAULT '{}',
  created_by text,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  warned_at timestamptz,
  prolonged_at timestamptz,
  -- Since when nobody leads it.
  paused_at timestamptz,
  ended_at timestamptz,
  ended_as mentoring_circle_end,
  card_channel_id text,
  card_message_id text,
  begun_at timestamptz,
  thread_id text,
  welcome_id text,
  -- The thread was archived for good, then deleted.
  locked_at timestamptz,
  deleted_at timestamptz,
  staff_channel_id text,
  staff_message_id text,
  CONSTRAINT mentoring_circle_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL AND ended_as IS NOT NULL)),
  CONSTRAINT mentoring_circle_paused CHECK ((state = 'paused') = (paused_at IS NOT NULL)),
  CONSTRAINT mentoring_circle_published CHECK (state = 'draft' OR published_at IS NOT NULL),
  CONSTRAINT mentoring_circle_led CHECK (state NOT IN ('draft', 'open') OR mentor_id IS NOT NULL)
);
CREATE INDEX mentoring_circle_mentor ON mentoring_circle (guild_id, mentor_id, state);
CREATE INDEX mentoring_circle_created_by ON mentoring_circle (guild_id, created_by);
CREATE INDEX mentoring_circle_live ON mentoring_circle (guild_id, id) WHERE state IN ('open', 'paused');
CREATE INDEX mentoring_circle_ends ON mentoring_circle (ends_on) WHERE state IN ('open', 'paused');
CREATE INDEX mentoring_circle_drafts ON mentoring_circle (created_at) WHERE state = 'draft';
CREATE INDEX mentoring_circle_gone ON mentoring_circle (ended_at) WHERE state = 'ended';

CREATE TYPE mentoring_circle_place_state AS ENUM ('inside', 'waiting', 'left', 'removed');

CREATE TABLE mentoring_circle_place (
  id serial PRIMARY KEY,
  circle_id integer NOT NULL REFERENCES mentoring_circle ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  state mentoring_circle_place_state NOT NULL,
  -- From 1 to the seats of the circle: two people never have the same.
  seat integer CHECK (seat BETWEEN 1 AND 8),
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT mentoring_circle_place_once UNIQUE (circle_id, user_id),
  CONSTRAINT mentoring_circle_place_seated CHECK ((state = 'inside') = (seat IS NOT NULL)),
  CONSTRAINT mentoring_circle_place_ended CHECK ((state IN ('left', 'removed')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX mentoring_circle_place_seat ON mentoring_circle_place (circle_id, seat) WHERE state = 'inside';
CREATE INDEX mentoring_circle_place_waiting ON mentoring_circle_place (circle_id, asked_at, id) WHERE state = 'waiting';
CREATE INDEX mentoring_circle_place_person ON mentoring_circle_place (guild_id, user_id);

CREATE TYPE mentoring_circle_meeting_state AS ENUM ('planned', 'done', 'cancelled');

CREATE TABLE mentoring_circle_meeting (
  id serial PRIMARY KEY,
  circle_id integer NOT NULL REFERENCES mentoring_circle ON DELETE CASCADE,
  guild_id text NOT NULL,
  -- For whom its minutes count; null once erased.
  mentor_id text,
  state mentoring_circle_meeting_state NOT NULL DEFAULT 'planned',
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 15 AND 240),
  place text NOT NULL DEFAULT '',
  message_id text,
  reminded_at timestamptz,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT mentoring_circle_meeting_settled CHECK ((state = 'planned') = (settled_at IS NULL))
);
-- Only the next one is planned.
CREATE UNIQUE INDEX mentoring_circle_meeting_next ON mentoring_circle_meeting (circle_id) WHERE state = 'planned';
CREATE INDEX mentoring_circle_meeting_circle ON mentoring_circle_meeting (circle_id);
CREATE INDEX mentoring_circle_meeting_mentor ON mentoring_circle_meeting (guild_id, mentor_id, starts_at);
CREATE INDEX mentoring_circle_meeting_due ON mentoring_circle_meeting (starts_at) WHERE state = 'planned';

-- Somebody says to staff that something is wrong in a thread.
CREATE TABLE mentoring_circle_report (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  flash_id integer REFERENCES mentoring_flash ON DELETE CASCADE,
  circle_id integer REFERENCES mentoring_circle ON DELETE CASCADE,
  -- Null once erased.
  user_id text,
  words text NOT NULL,
  created_at timestamptz NOT NULL,
  card_channel_id text,
  card_message_id text,
  handled_at timestamptz,
  handled_by text,
  CONSTRAINT mentoring_circle_report_one CHECK (num_nonnulls(flash_id, circle_id) = 1)
);
CREATE INDEX mentoring_circle_report_flash ON mentoring_circle_report (flash_id);
CREATE INDEX mentoring_circle_report_circle ON mentoring_circle_report (circle_id);
CREATE INDEX mentoring_circle_report_person ON mentoring_circle_report (guild_id, user_id);
CREATE INDEX mentoring_circle_report_handled_by ON mentoring_circle_report (guild_id, handled_by);
CREATE INDEX mentoring_circle_report_waiting ON mentoring_circle_report (guild_id, created_at) WHERE handled_at IS NULL;
CREATE INDEX mentoring_circle_report_old ON mentoring_circle_report (created_at);
