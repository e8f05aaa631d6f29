-- A voice event names a channel, and asks at once whether it is one of a promo's.
CREATE INDEX promo_place_discord_id_idx ON promo_place (discord_id);

CREATE TABLE voice_room (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  user_id text,
  lobby_id text NOT NULL,
  channel_id text UNIQUE,
  begun_at timestamptz,
  name text CHECK (char_length(name) BETWEEN 1 AND 100),
  renamed_at timestamptz,
  seats integer NOT NULL DEFAULT 0 CHECK (seats BETWEEN 0 AND 99),
  message_id text,
  moved_at timestamptz,
  changed boolean NOT NULL DEFAULT false,
  problem text CHECK (problem IN ('full', 'closed', 'forbidden', 'stuck')),
  opened_at timestamptz NOT NULL,
  -- One room a person at a time.
  UNIQUE (guild_id, user_id)
);
CREATE INDEX voice_room_promo_id_idx ON voice_room (promo_id);
CREATE INDEX voice_room_lobby_id_idx ON voice_room (lobby_id);

CREATE TABLE voice_alert (
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  problem text NOT NULL CHECK (problem IN ('full', 'forbidden')),
  told_at timestamptz NOT NULL,
  PRIMARY KEY (promo_id, problem)
);
