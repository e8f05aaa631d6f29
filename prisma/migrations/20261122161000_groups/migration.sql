CREATE TABLE group_round (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  seed integer NOT NULL,
  by_hand boolean NOT NULL DEFAULT false,
  made_by text,
  made_at timestamptz NOT NULL,
  published_at timestamptz,
  until date,
  closing_at timestamptz,
  closed_at timestamptz,
  message_id text,
  problem text,
  CONSTRAINT group_round_published CHECK ((published_at IS NULL) = (until IS NULL)),
  CONSTRAINT group_round_closed CHECK (closing_at IS NULL OR published_at IS NOT NULL),
  UNIQUE (promo_id, number)
);
-- What is being prepared replaces what was.
CREATE UNIQUE INDEX group_round_draft ON group_round (promo_id) WHERE published_at IS NULL;
CREATE INDEX group_round_due ON group_round (until) WHERE published_at IS NOT NULL AND closing_at IS NULL;

CREATE TABLE group_team (
  id serial PRIMARY KEY,
  round_id integer NOT NULL REFERENCES group_round ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  thread_id text,
  thread_begun_at timestamptz,
  voice_id text,
  voice_begun_at timestamptz,
  opening_id text,
  UNIQUE (round_id, number)
);

CREATE TABLE group_place (
  id serial PRIMARY KEY,
  round_id integer NOT NULL REFERENCES group_round ON DELETE CASCADE,
  team_id integer NOT NULL REFERENCES group_team ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  level integer CHECK (level BETWEEN 1 AND 9),
  inside_id integer,
  UNIQUE (round_id, user_id)
);
CREATE INDEX group_place_team_id_idx ON group_place (team_id);
CREATE INDEX group_place_guild_id_user_id_idx ON group_place (guild_id, user_id);

CREATE TABLE group_lobby (
  promo_id integer PRIMARY KEY REFERENCES promo ON DELETE CASCADE,
  channel_id text,
  begun_at timestamptz
);
