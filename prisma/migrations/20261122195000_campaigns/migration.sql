CREATE TYPE campaign_state AS ENUM ('draft', 'open', 'closed', 'preview', 'published', 'cancelled');
CREATE TYPE campaign_first AS ENUM ('seats', 'stable');
CREATE TYPE campaign_part AS ENUM ('learner', 'mentor');
CREATE TYPE campaign_why AS ENUM ('form', 'paired', 'no_mentor', 'language', 'avoided', 'fit', 'seats', 'no_learner');
CREATE TYPE campaign_problem AS ENUM ('forbidden', 'gone', 'nowhere');

CREATE TABLE mentoring_campaign (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  state campaign_state NOT NULL DEFAULT 'draft',
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  -- How much each part of a score counts: `none`, `little`, `usual`, `much`.
  weights jsonb NOT NULL,
  first campaign_first NOT NULL DEFAULT 'seats',
  seed integer NOT NULL,
  min_score double precision NOT NULL CHECK (min_score BETWEEN 0 AND 1),
  coordinator_id text,
  created_by text,
  created_at timestamptz NOT NULL,
  -- Staff said that it opens by itself on its day; null while they prepare it.
  planned_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  computed_at timestamptz,
  -- Staff changed the proposal since it was computed.
  changed_at timestamptz,
  -- Published or cancelled.
  ended_at timestamptz,
  -- Of what was computed, for either choice: numbers alone.
  figures jsonb,
  -- Grows with each change of staff: a click names the one that it saw.
  revision integer NOT NULL DEFAULT 0,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT mentoring_campaign_dates CHECK (opens_at < closes_at),
  CONSTRAINT mentoring_campaign_open CHECK (state IN ('draft', 'cancelled') OR opened_at IS NOT NULL),
  CONSTRAINT mentoring_campaign_closed CHECK (state NOT IN ('closed', 'preview', 'published') OR closed_at IS NOT NULL),
  CONSTRAINT mentoring_campaign_computed CHECK (state NOT IN ('preview', 'published') OR (computed_at IS NOT NULL AND figures IS NOT NULL)),
  CONSTRAINT mentoring_campaign_ended CHECK ((state IN ('published', 'cancelled')) = (ended_at IS NOT NULL))
);
CREATE INDEX mentoring_campaign_guild ON mentoring_campaign (guild_id, state);
CREATE INDEX mentoring_campaign_coordinator ON mentoring_campaign (guild_id, coordinator_id);
CREATE INDEX mentoring_campaign_created_by ON mentoring_campaign (guild_id, created_by);
CREATE INDEX mentoring_campaign_opening ON mentoring_campaign (opens_at) WHERE state = 'draft' AND planned_at IS NOT NULL;
CREATE INDEX mentoring_campaign_closing ON mentoring_campaign (closes_at) WHERE state = 'open';
CREATE INDEX mentoring_campaign_computing ON mentoring_campaign (closed_at) WHERE state = 'closed';
CREATE INDEX mentoring_campaign_over ON mentoring_campaign (ended_at) WHERE state IN ('published', 'cancelled');
CREATE INDEX mentoring_campaign_left ON mentoring_campaign (created_at) WHERE state = 'draft' AND planned_at IS NULL;

-- Where a campaign asks people to take part: a promo, or the channel of mentoring, which is the place without a promo.
CREATE TABLE campaign_place (
  id serial PRIMARY KEY,
  campaign_id integer NOT NULL REFERENCES mentoring_campaign ON DELETE CASCADE,
  promo_id integer REFERENCES promo ON DELETE CASCADE,
  name text NOT NULL,
  channel_id text,
  message_id text,
  -- The state of the campaign that its message shows.
  shown campaign_state,
  problem campaign_problem
);
CREATE UNIQUE INDEX campaign_place_campaign_id_promo_id_key ON campaign_place (campaign_id, promo_id) NULLS NOT DISTINCT;
CREATE INDEX campaign_place_promo_id_idx ON campaign_place (promo_id);

CREATE TABLE campaign_participant (
  campaign_id integer NOT NULL REFERENCES mentoring_campaign ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  part campaign_part NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  joined_at timestamptz NOT NULL,
  left_at timestamptz,
  reminded_at timestamptz,
  -- Why they are in no pair of the proposal; null when they are.
  why campaign_why,
  PRIMARY KEY (campaign_id, user_id)
);
CREATE INDEX campaign_participant_person ON campaign_participant (guild_id, user_id);
CREATE INDEX campaign_participant_part ON campaign_participant (campaign_id, part, user_id);

-- The proposal. Once published its pairs are those of `mentoring_pair`.
CREATE TABLE campaign_pair (
  id serial PRIMARY KEY,
  campaign_id integer NOT NULL REFERENCES mentoring_campaign ON DELETE CASCADE,
  guild_id text NOT NULL,
  learner_id text NOT NULL,
  mentor_id text NOT NULL,
  learner_score double precision NOT NULL CHECK (learner_score BETWEEN 0 AND 1),
  mentor_score double precision NOT NULL CHECK (mentor_score BETWEEN 0 AND 1),
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  reasons jsonb NOT NULL,
  -- Whom this learner would rather have, and who would rather have them.
  rival_id text,
  -- Kept as it is by whatever is computed next.
  locked boolean NOT NULL DEFAULT false,
  by_hand boolean NOT NULL DEFAULT false,
  CONSTRAINT campaign_pair_two CHECK (learner_id <> mentor_id),
  CONSTRAINT campaign_pair_learner UNIQUE (campaign_id, learner_id)
);
CREATE INDEX campaign_pair_mentor ON campaign_pair (campaign_id, mentor_id);
CREATE INDEX campaign_pair_learners ON campaign_pair (guild_id, learner_id);
CREATE INDEX campaign_pair_mentors ON campaign_pair (guild_id, mentor_id);
CREATE INDEX campaign_pair_rivals ON campaign_pair (guild_id, rival_id);

-- Staff said that these two are not to be paired by this campaign.
CREATE TABLE campaign_exclusion (
  campaign_id integer NOT NULL REFERENCES mentoring_campaign ON DELETE CASCADE,
  guild_id text NOT NULL,
  learner_id text NOT NULL,
  mentor_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, learner_id, mentor_id)
);
CREATE INDEX campaign_exclusion_learners ON campaign_exclusion (guild_id, learner_id);
CREATE INDEX campaign_exclusion_mentors ON campaign_exclusion (guild_id, mentor_id);
