CREATE TABLE roster_line (
  id serial PRIMARY KEY,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  guild_id text NOT NULL,
  last_name text NOT NULL,
  first_name text NOT NULL,
  email text NOT NULL,
  added_by text,
  added_at timestamptz NOT NULL,
  code_hash text,
  claimed_by text,
  claimed_at timestamptz,
  CONSTRAINT roster_line_claimed CHECK (num_nonnulls(claimed_by, claimed_at) IN (0, 2)),
  -- A code serves once.
  CONSTRAINT roster_line_code_open CHECK (code_hash IS NULL OR claimed_by IS NULL)
);
-- One line a person and promo.
CREATE UNIQUE INDEX roster_line_person ON roster_line (promo_id, lower(email));
CREATE UNIQUE INDEX roster_line_code ON roster_line (guild_id, code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX roster_line_expected ON roster_line (promo_id) WHERE claimed_by IS NULL;
CREATE INDEX roster_line_email ON roster_line (guild_id, lower(email));
CREATE INDEX roster_line_guild_id_claimed_by_idx ON roster_line (guild_id, claimed_by);
CREATE INDEX roster_line_guild_id_added_by_idx ON roster_line (guild_id, added_by);

CREATE TABLE roster_plan (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  promo_id integer NOT NULL REFERENCES promo ON DELETE CASCADE,
  file jsonb NOT NULL,
  digest text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX roster_plan_promo_id_idx ON roster_plan (promo_id);
CREATE INDEX roster_plan_guild_id_user_id_idx ON roster_plan (guild_id, user_id);
CREATE INDEX roster_plan_created ON roster_plan (created_at);

CREATE TABLE roster_try (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  tried_at timestamptz NOT NULL
);
CREATE INDEX roster_try_guild_id_user_id_idx ON roster_try (guild_id, user_id);
CREATE INDEX roster_try_tried ON roster_try (tried_at);

-- People are recognised by their address.
CREATE INDEX member_email ON member (guild_id, lower(email)) WHERE identified_at IS NOT NULL;

ALTER TABLE identification_request ADD COLUMN by_code boolean NOT NULL DEFAULT false;
