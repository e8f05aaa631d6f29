CREATE TYPE raid_level AS ENUM ('low', 'medium', 'high');
CREATE TYPE raid_cause AS ENUM ('joins', 'rule', 'moderator');

-- From which score of a minute's arrivals each level holds, and how long it must be calm before it goes down.
CREATE TABLE raid_setting (
  guild_id text PRIMARY KEY,
  low integer NOT NULL DEFAULT 30 CHECK (low BETWEEN 3 AND 1000),
  medium integer NOT NULL DEFAULT 80 CHECK (medium BETWEEN 3 AND 1000),
  high integer NOT NULL DEFAULT 150 CHECK (high BETWEEN 3 AND 1000),
  calm_minutes integer NOT NULL DEFAULT 10 CHECK (calm_minutes BETWEEN 1 AND 1440),
  CONSTRAINT raid_setting_steps CHECK (low < medium AND medium < high)
);

CREATE TABLE raid (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  level raid_level NOT NULL,
  peak raid_level NOT NULL,
  cause raid_cause NOT NULL,
  -- The moderator who raised it.
  raised_by text,
  started_at timestamptz NOT NULL,
  -- Since when it has its level.
  level_at timestamptz NOT NULL,
  -- When something last asked for that level.
  signal_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- When a moderator last lowered or ended it.
  calmed_at timestamptz,
  -- What we set at Discord, and until when.
  invites_until timestamptz,
  dms_until timestamptz,
  -- Discord refused to pause invites or messages.
  refused boolean NOT NULL DEFAULT false,
  -- The highest level of which the moderators were told.
  alerted raid_level,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT raid_over CHECK (ended_at IS NULL OR ended_at >= started_at)
);
CREATE UNIQUE INDEX raid_open ON raid (guild_id) WHERE ended_at IS NULL;
CREATE INDEX raid_guild ON raid (guild_id, started_at);
CREATE INDEX raid_raised_by ON raid (guild_id, raised_by);
CREATE INDEX raid_ended ON raid (ended_at);
CREATE INDEX raid_card ON raid (guild_id, card_message_id);

-- Who arrived is found by the moment.
CREATE INDEX member_joined ON member (joined_at);

CREATE TYPE raid_measure AS ENUM ('kick', 'ban');

-- Many arrivals of a raid are sent away at once.
CREATE TABLE raid_sweep (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  raid_id integer NOT NULL REFERENCES raid ON DELETE CASCADE,
  measure raid_measure NOT NULL,
  made_by text,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  done_at timestamptz
);
-- One at a time a raid.
CREATE UNIQUE INDEX raid_sweep_running ON raid_sweep (raid_id) WHERE confirmed_at IS NOT NULL AND done_at IS NULL;
CREATE INDEX raid_sweep_raid ON raid_sweep (raid_id);
CREATE INDEX raid_sweep_made_by ON raid_sweep (guild_id, made_by);
CREATE INDEX raid_sweep_draft ON raid_sweep (made_at) WHERE confirmed_at IS NULL;

CREATE TYPE raid_fate AS ENUM ('waiting', 'kept', 'acting', 'done', 'gone', 'failed');

CREATE TABLE raid_sweep_person (
  sweep_id integer NOT NULL REFERENCES raid_sweep ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  fate raid_fate NOT NULL DEFAULT 'waiting',
  PRIMARY KEY (sweep_id, user_id)
);
CREATE INDEX raid_sweep_person_user ON raid_sweep_person (guild_id, user_id);
CREATE INDEX raid_sweep_person_fate ON raid_sweep_person (sweep_id, fate);

CREATE TABLE lockdown (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  -- Why, as the moderators read it.
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  made_by text,
  made_at timestamptz NOT NULL,
  -- Null until somebody confirms it.
  started_at timestamptz,
  ends_at timestamptz,
  -- Channels open again from that moment.
  ended_at timestamptz,
  CONSTRAINT lockdown_started CHECK ((started_at IS NULL) = (ends_at IS NULL)),
  CONSTRAINT lockdown_time CHECK (ends_at > started_at AND ends_at <= started_at + interval '24 hours')
);
CREATE INDEX lockdown_guild ON lockdown (guild_id, started_at);
CREATE INDEX lockdown_due ON lockdown (ends_at) WHERE ended_at IS NULL;
CREATE INDEX lockdown_draft ON lockdown (made_at) WHERE started_at IS NULL;
CREATE INDEX lockdown_made_by ON lockdown (guild_id, made_by);

CREATE TYPE lock_state AS ENUM ('proposed', 'closing', 'closed', 'opening', 'open', 'gone', 'refused');

CREATE TABLE lockdown_channel (
  lockdown_id integer NOT NULL REFERENCES lockdown ON DELETE CASCADE,
  guild_id text NOT NULL,
  channel_id text NOT NULL,
  state lock_state NOT NULL DEFAULT 'proposed',
  -- What our bits were before, by overwrite: written before anything is changed.
  saved jsonb,
  notice_id text,
  PRIMARY KEY (lockdown_id, channel_id)
);
-- Nothing is closed twice.
CREATE UNIQUE INDEX lockdown_channel_once ON lockdown_channel (guild_id, channel_id) WHERE state IN ('closing', 'closed', 'opening');
