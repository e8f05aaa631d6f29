CREATE TABLE promo_waiting (
  promo_id integer PRIMARY KEY REFERENCES promo ON DELETE CASCADE,
  guild_id text NOT NULL,
  role_id text UNIQUE,
  begun_at timestamptz,
  since timestamptz NOT NULL
);
CREATE INDEX promo_waiting_guild_id_idx ON promo_waiting (guild_id);

CREATE TABLE promo_invite (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  asked_by text,
  code text UNIQUE,
  begun_at timestamptz,
  max_uses integer NOT NULL CHECK (max_uses BETWEEN 0 AND 100),
  uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
  days integer NOT NULL CHECK (days BETWEEN 0 AND 90),
  made_at timestamptz NOT NULL,
  dead_at timestamptz,
  cause text CHECK (cause IN ('revoked', 'expired', 'over', 'gone', 'used_up')),
  problem text CHECK (problem IN ('full', 'many', 'place', 'forbidden')),
  CONSTRAINT promo_invite_dead CHECK ((dead_at IS NULL) = (cause IS NULL))
);
CREATE INDEX promo_invite_promo_id_made_at_idx ON promo_invite (promo_id, made_at);
CREATE INDEX promo_invite_guild_id_asked_by_idx ON promo_invite (guild_id, asked_by);
-- Those that live, and those that Discord still has to be told are dead.
CREATE INDEX promo_invite_alive ON promo_invite (promo_id) WHERE dead_at IS NULL OR code IS NOT NULL OR begun_at IS NOT NULL;

CREATE TABLE promo_arrival (
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (promo_id, user_id)
);
CREATE INDEX promo_arrival_guild_id_user_id_idx ON promo_arrival (guild_id, user_id);
