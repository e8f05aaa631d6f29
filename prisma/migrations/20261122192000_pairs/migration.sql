CREATE TYPE mentoring_pair_pause AS ENUM ('holiday', 'absent', 'staff');

ALTER TABLE mentoring_pair
  -- Why it pauses; null while it does not, and for holidays of a time when nothing else was known.
  ADD COLUMN paused_as mentoring_pair_pause,
  -- One of the two is not on the server any more.
  ADD COLUMN absent_since timestamptz,
  -- Who ended it, where it was a person.
  ADD COLUMN ended_by text,
  ADD COLUMN welcome_message_id text,
  -- Each was told who the other is, where there was no thread.
  ADD COLUMN told_at timestamptz,
  -- The thread was deleted by hand: it is made again when one of the two asks.
  ADD COLUMN lost_at timestamptz,
  -- The last message is there and nobody can write any more.
  ADD COLUMN locked_at timestamptz,
  -- Staff last reminded them.
  ADD COLUMN reminded_at timestamptz,
  -- The question who coordinates, in the channel of staff.
  ADD COLUMN question_channel_id text,
  ADD COLUMN question_message_id text,
  ADD CONSTRAINT mentoring_pair_pausing CHECK (paused_as IS NULL OR state = 'paused'),
  ADD CONSTRAINT mentoring_pair_reason CHECK (end_reason IS NULL OR state = 'ended');

CREATE INDEX mentoring_pair_ended_by ON mentoring_pair (guild_id, ended_by);
CREATE INDEX mentoring_pair_unopened ON mentoring_pair (id) WHERE state <> 'ended' AND opened_at IS NULL AND lost_at IS NULL;
CREATE INDEX mentoring_pair_absent ON mentoring_pair (absent_since) WHERE absent_since IS NOT NULL AND state <> 'ended';
CREATE INDEX mentoring_pair_open_thread ON mentoring_pair (ended_at) WHERE state = 'ended' AND locked_at IS NULL;
CREATE INDEX mentoring_pair_left_thread ON mentoring_pair (ended_at) WHERE state = 'ended' AND (thread_id IS NOT NULL OR begun_at IS NOT NULL);
CREATE INDEX mentoring_pair_named ON mentoring_pair (ended_at)
  WHERE state = 'ended' AND num_nonnulls(mentor_id, learner_id, coordinator_id, created_by, ended_by, end_reason) > 0;
CREATE INDEX mentoring_pair_over ON mentoring_pair (ended_at) WHERE state = 'ended';

-- What a pair aims at.
CREATE TABLE mentoring_goal (
  id serial PRIMARY KEY,
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  guild_id text NOT NULL,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 5),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  progress integer NOT NULL DEFAULT 0 CHECK (progress IN (0, 25, 50, 75, 100)),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX mentoring_goal_place ON mentoring_goal (pair_id, place);

-- What one of the two keeps for themselves.
CREATE TABLE mentoring_note (
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 3000),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (pair_id, user_id)
);
CREATE INDEX mentoring_note_person ON mentoring_note (guild_id, user_id);

CREATE TYPE mentoring_report_about AS ENUM ('other', 'coordinator', 'else');

-- Somebody of a pair asks staff for help.
CREATE TABLE mentoring_report (
  id serial PRIMARY KEY,
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  about mentoring_report_about NOT NULL,
  -- Of those that wait, at most three a person and pair.
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 3),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  is_leaving boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  handled_at timestamptz,
  handled_by text,
  note text,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT mentoring_report_handled CHECK ((handled_at IS NULL) = (note IS NULL))
);
CREATE UNIQUE INDEX mentoring_report_slot ON mentoring_report (pair_id, user_id, slot) WHERE handled_at IS NULL;
CREATE INDEX mentoring_report_waiting ON mentoring_report (guild_id, created_at) WHERE handled_at IS NULL;
CREATE INDEX mentoring_report_cardless ON mentoring_report (id) WHERE handled_at IS NULL AND card_message_id IS NULL;
CREATE INDEX mentoring_report_person ON mentoring_report (guild_id, user_id);
CREATE INDEX mentoring_report_handled_by ON mentoring_report (guild_id, handled_by);
CREATE INDEX mentoring_report_old ON mentoring_report (handled_at) WHERE handled_at IS NOT NULL;
