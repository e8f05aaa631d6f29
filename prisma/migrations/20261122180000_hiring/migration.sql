CREATE TYPE company_state AS ENUM ('pending', 'asked', 'verified', 'lapsed', 'refused', 'suspended');

CREATE TABLE company (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100),
  siret text NOT NULL CHECK (siret ~ '^\d{14}$'),
  website text NOT NULL,
  email text NOT NULL,
  about text NOT NULL,
  state company_state NOT NULL DEFAULT 'pending',
  revision integer NOT NULL DEFAULT 0,
  created_by text,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by text,
  verified_since timestamptz,
  verified_until timestamptz,
  question text,
  answer text,
  reason text,
  card_channel_id text,
  card_message_id text,
  staff_reminded_at timestamptz,
  lapse_reminded_at timestamptz,
  response_hours integer CHECK (response_hours >= 0),
  response_count integer NOT NULL DEFAULT 0 CHECK (response_count >= 0),
  -- Verified is for a time; what was refused or suspended has a reason that its people are told.
  CONSTRAINT company_verified CHECK (state <> 'verified' OR (verified_since IS NOT NULL AND verified_until IS NOT NULL)),
  CONSTRAINT company_reason CHECK (state NOT IN ('refused', 'suspended') OR reason IS NOT NULL)
);
-- One establishment is there once; who was refused may try again.
CREATE UNIQUE INDEX company_siret ON company (guild_id, siret) WHERE state <> 'refused';
CREATE INDEX company_waiting ON company (guild_id, submitted_at) WHERE state = 'pending';
CREATE INDEX company_lapse ON company (verified_until) WHERE state = 'verified';
CREATE INDEX company_created_by ON company (guild_id, created_by);
CREATE INDEX company_decided_by ON company (guild_id, decided_by);

CREATE TABLE company_recruiter (
  id serial PRIMARY KEY,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  added_by text,
  added_at timestamptz NOT NULL,
  left_at timestamptz
);
-- Somebody answers for one company at a time.
CREATE UNIQUE INDEX company_recruiter_one ON company_recruiter (guild_id, user_id) WHERE left_at IS NULL;
CREATE INDEX company_recruiter_company_id_idx ON company_recruiter (company_id);
CREATE INDEX company_recruiter_guild_id_user_id_idx ON company_recruiter (guild_id, user_id);
CREATE INDEX company_recruiter_added_by ON company_recruiter (guild_id, added_by);

CREATE TYPE offer_state AS ENUM ('draft', 'pending', 'asked', 'published', 'hidden', 'closed', 'refused');
CREATE TYPE offer_contract AS ENUM ('cdi', 'cdd', 'apprenticeship', 'internship', 'temporary', 'freelance');
CREATE TYPE offer_remote AS ENUM ('none', 'partial', 'full');
CREATE TYPE offer_level AS ENUM ('beginner', 'junior', 'confirmed', 'senior');
CREATE TYPE offer_period AS ENUM ('hour', 'day', 'month', 'year');
CREATE TYPE offer_end AS ENUM ('filled', 'closed', 'expired', 'author_left', 'company_left', 'deleted', 'reported');

CREATE TABLE offer (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  company_id integer REFERENCES company ON DELETE CASCADE,
  relayed_for text,
  author_id text,
  locale text NOT NULL DEFAULT 'fr',
  state offer_state NOT NULL DEFAULT 'draft',
  title text NOT NULL DEFAULT '',
  missions text NOT NULL DEFAULT '',
  profile text NOT NULL DEFAULT '',
  process text NOT NULL DEFAULT '',
  contract offer_contract,
  months integer CHECK (months BETWEEN 1 AND 120),
  rhythm text,
  city text,
  department text CHECK (department ~ '^(\d{2,3}|2[AB])$'),
  remote offer_remote,
  remote_days integer CHECK (remote_days BETWEEN 1 AND 5),
  pay_min_cents integer CHECK (pay_min_cents > 0),
  pay_max_cents integer,
  pay_period offer_period,
  pay_reason text,
  starts_on date,
  deadline date,
  skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 15),
  level offer_level,
  diploma boolean NOT NULL DEFAULT false,
  agreement boolean NOT NULL DEFAULT false,
  accessibility text,
  posts integer NOT NULL DEFAULT 1 CHECK (posts BETWEEN 1 AND 50),
  apply_url text,
  typed jsonb,
  proposal jsonb,
  changes jsonb,
  reason text,
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  published_at timestamptz,
  expires_at timestamptz,
  hidden_at timestamptz,
  closed_at timestamptz,
  ended_as offer_end,
  channel_id text,
  thread_id text,
  begun_at timestamptz,
  card_channel_id text,
  card_message_id text,
  CONSTRAINT offer_pay CHECK ((pay_min_cents IS NULL) = (pay_max_cents IS NULL) AND (pay_min_cents IS NULL) = (pay_period IS NULL)
    AND pay_max_cents >= pay_min_cents),
  CONSTRAINT offer_place CHECK (city IS NULL OR department IS NOT NULL),
  CONSTRAINT offer_published CHECK (state NOT IN ('published', 'hidden') OR (published_at IS NOT NULL AND expires_at IS NOT NULL AND contract IS NOT NULL AND remote IS NOT NULL)),
  CONSTRAINT offer_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL AND ended_as IS NOT NULL)),
  CONSTRAINT offer_company CHECK (company_id IS NULL OR relayed_for IS NULL)
);
CREATE INDEX offer_company_id_state_idx ON offer (company_id, state);
CREATE INDEX offer_author ON offer (guild_id, author_id);
CREATE INDEX offer_decided_by ON offer (guild_id, decided_by);
CREATE INDEX offer_waiting ON offer (guild_id, submitted_at) WHERE state = 'pending';
CREATE INDEX offer_due ON offer (expires_at) WHERE state IN ('published', 'hidden');
CREATE INDEX offer_thread ON offer (thread_id);
