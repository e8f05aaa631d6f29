-- Whether Discord's AutoMod runs what it can of a server's rules, and what was seen of it last.
CREATE TABLE automod_setting (
  guild_id text PRIMARY KEY,
  enabled boolean NOT NULL DEFAULT false,
  -- Rules of others, whose places are theirs.
  foreign_words integer NOT NULL DEFAULT 0 CHECK (foreign_words >= 0),
  foreign_mentions integer NOT NULL DEFAULT 0 CHECK (foreign_mentions >= 0),
  -- Roles and channels that rules name and Discord does not have.
  missing text[] NOT NULL DEFAULT '{}',
  -- Codes of invites to the server itself that Discord lets pass.
  invites text[] NOT NULL DEFAULT '{}',
  synced_at timestamptz
);

CREATE TYPE automod_drift AS ENUM ('changed', 'deleted');

-- A rule of ours at Discord.
CREATE TABLE automod_rule (
  id serial PRIMARY KEY,
  guild_id text NOT NULL REFERENCES automod_setting ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  -- Null until Discord has made it.
  discord_id text UNIQUE,
  -- What we asked for, and what Discord made of it; null while a call is under way.
  asked jsonb,
  written jsonb,
  -- Somebody changed or deleted it at Discord since.
  drift automod_drift,
  noticed_at timestamptz,
  -- An administrator wants it to stay as it is there.
  is_left boolean NOT NULL DEFAULT false,
  -- Grows with each decision of an administrator.
  revision integer NOT NULL DEFAULT 1,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT automod_rule_key UNIQUE (guild_id, key),
  CONSTRAINT automod_rule_noticed CHECK ((drift IS NULL) = (noticed_at IS NULL)),
  CONSTRAINT automod_rule_left CHECK (NOT is_left OR drift IS NOT NULL)
);
