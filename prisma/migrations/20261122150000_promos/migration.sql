CREATE TYPE entry_kind AS ENUM ('campus', 'course');
CREATE TYPE promo_state AS ENUM ('planned', 'active', 'ended', 'archived', 'cancelled');
CREATE TYPE promo_part AS ENUM ('learner', 'trainer');

CREATE TABLE catalogue_entry (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  kind entry_kind NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  diploma boolean NOT NULL DEFAULT false,
  template jsonb,
  role_id text,
  role_begun_at timestamptz,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT catalogue_entry_course_only CHECK (kind = 'course' OR (NOT diploma AND template IS NULL))
);
CREATE UNIQUE INDEX catalogue_entry_name ON catalogue_entry (guild_id, kind, fold(name)) WHERE removed_at IS NULL;

CREATE TABLE promo (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  course_id integer NOT NULL REFERENCES catalogue_entry,
  campus_id integer NOT NULL REFERENCES catalogue_entry,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  remote boolean NOT NULL DEFAULT false,
  early boolean NOT NULL DEFAULT false,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state promo_state NOT NULL DEFAULT 'planned',
  manager_id text,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  delete_on date,
  clearing_at timestamptz,
  cleared_at timestamptz,
  built_at timestamptz,
  locked_at timestamptz,
  end_told_at timestamptz,
  deletion_told_at timestamptz,
  checked_on date,
  template jsonb NOT NULL,
  problem jsonb,
  alert_channel_id text,
  alert_message_id text,
  CONSTRAINT promo_dates CHECK (ends_on > starts_on AND ends_on <= starts_on + interval '3 years'),
  CONSTRAINT promo_closing CHECK (state IN ('planned', 'active') OR (ended_at IS NOT NULL AND delete_on IS NOT NULL))
);
-- A name is found again years later: only a cancelled promo gives its own back.
CREATE UNIQUE INDEX promo_name ON promo (guild_id, fold(name)) WHERE state <> 'cancelled';
CREATE INDEX promo_course_id_idx ON promo (course_id);
CREATE INDEX promo_campus_id_idx ON promo (campus_id);
-- The questions of the calendar.
CREATE INDEX promo_starting ON promo (starts_on) WHERE state = 'planned';
CREATE INDEX promo_ending ON promo (ends_on) WHERE state = 'active';
CREATE INDEX promo_leaving ON promo (delete_on) WHERE state IN ('ended', 'cancelled') AND clearing_at IS NULL;

CREATE TABLE promo_place (
  id serial PRIMARY KEY,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  key text NOT NULL,
  discord_id text,
  begun_at timestamptz,
  former jsonb,
  UNIQUE (promo_id, key)
);
CREATE INDEX promo_place_discord_id ON promo_place (discord_id) WHERE discord_id IS NOT NULL;

CREATE TABLE promo_member (
  id serial PRIMARY KEY,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  part promo_part NOT NULL,
  added_at timestamptz NOT NULL,
  left_at timestamptz
);
CREATE UNIQUE INDEX promo_member_open ON promo_member (promo_id, user_id) WHERE left_at IS NULL;
CREATE INDEX promo_member_guild_id_user_id_idx ON promo_member (guild_id, user_id);

CREATE TABLE promo_viewer (
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (promo_id, user_id)
);
CREATE INDEX promo_viewer_guild_id_user_id_idx ON promo_viewer (guild_id, user_id);

CREATE TABLE promo_plan (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  deed jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX promo_plan_created ON promo_plan (created_at);
