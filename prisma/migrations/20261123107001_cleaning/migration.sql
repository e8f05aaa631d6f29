CREATE TYPE cleaning_state AS ENUM ('preview', 'running', 'done', 'cancelled');
CREATE TYPE cleaning_fate AS ENUM ('waiting', 'removed', 'gone', 'kept');

CREATE TABLE cleaning (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  state cleaning_state NOT NULL DEFAULT 'preview',
  -- Null once erased.
  asked_by text,
  -- Whose messages; null: anybody's.
  user_id text,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 100),
  since timestamptz,
  -- Null: wherever the person who asks may read.
  channel_id text,
  total integer NOT NULL CHECK (total BETWEEN 1 AND 500),
  removed integer NOT NULL DEFAULT 0,
  gone integer NOT NULL DEFAULT 0,
  kept integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  done_at timestamptz,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT cleaning_confirmed CHECK ((state IN ('running', 'done')) = (confirmed_at IS NOT NULL)),
  CONSTRAINT cleaning_done CHECK ((state = 'done') = (done_at IS NOT NULL))
);
CREATE INDEX cleaning_created ON cleaning (created_at);
CREATE INDEX cleaning_running ON cleaning (id) WHERE state = 'running';
CREATE INDEX cleaning_asker ON cleaning (guild_id, asked_by);
CREATE INDEX cleaning_person ON cleaning (guild_id, user_id) WHERE user_id IS NOT NULL;

-- Exactly what was previewed, and what became of it.
CREATE TABLE cleaning_message (
  cleaning_id integer NOT NULL REFERENCES cleaning ON DELETE CASCADE,
  message_id text NOT NULL,
  guild_id text NOT NULL,
  channel_id text NOT NULL,
  user_id text NOT NULL,
  user_name text NOT NULL,
  content text NOT NULL,
  files text[] NOT NULL DEFAULT '{}',
  sent_at timestamptz NOT NULL,
  fate cleaning_fate NOT NULL DEFAULT 'waiting',
  PRIMARY KEY (cleaning_id, message_id)
);
CREATE INDEX cleaning_message_person ON cleaning_message (guild_id, user_id);
