CREATE TYPE announcement_state AS ENUM ('draft', 'posted', 'withdrawn');
CREATE TYPE announcement_audience AS ENUM ('all', 'campus', 'course', 'promos');
CREATE TYPE announcement_problem AS ENUM ('forbidden', 'gone', 'nowhere');

CREATE TABLE announcement (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  author_id text,
  audience announcement_audience NOT NULL,
  audience_name text,
  people integer NOT NULL DEFAULT 0 CHECK (people >= 0),
  title text CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL DEFAULT '',
  mentions boolean NOT NULL DEFAULT false,
  state announcement_state NOT NULL DEFAULT 'draft',
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  posted_at timestamptz,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT announcement_written CHECK (state = 'draft' OR (body <> '' AND posted_at IS NOT NULL)),
  CONSTRAINT announcement_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
CREATE INDEX announcement_guild_id_posted_at_idx ON announcement (guild_id, posted_at);
CREATE INDEX announcement_author_id_idx ON announcement (author_id);
CREATE INDEX announcement_drafts ON announcement (created_at) WHERE state = 'draft';

CREATE TABLE announcement_place (
  id serial PRIMARY KEY,
  announcement_id integer NOT NULL REFERENCES announcement ON DELETE CASCADE,
  promo_id integer REFERENCES promo ON DELETE CASCADE,
  name text NOT NULL,
  channel_id text,
  message_id text,
  revision integer NOT NULL DEFAULT 0,
  problem announcement_problem
);
-- Once in each place; the channel of the whole server is the place without a promo.
CREATE UNIQUE INDEX announcement_place_announcement_id_promo_id_key ON announcement_place (announcement_id, promo_id) NULLS NOT DISTINCT;
CREATE INDEX announcement_place_promo_id_idx ON announcement_place (promo_id);
