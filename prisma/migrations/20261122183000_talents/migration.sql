CREATE TYPE talent_mobility AS ENUM ('city', 'department', 'region', 'country');
CREATE TYPE talent_pause AS ENUM ('own', 'hired', 'silent', 'left');
CREATE TYPE talent_answer AS ENUM ('asked', 'accepted', 'declined', 'expired', 'withdrawn');

CREATE TABLE talent_profile (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  contracts text[] NOT NULL DEFAULT '{}' CHECK (contracts <@ '{cdi,cdd,apprenticeship,internship,temporary,freelance}'),
  city text,
  department text CHECK (department ~ '^(\d{2,3}|2[AB])$'),
  mobility talent_mobility NOT NULL DEFAULT 'department',
  remote offer_remote,
  available_from date,
  skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 15),
  skill_keys text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skill_keys) <= 15),
  level offer_level,
  pitch text NOT NULL DEFAULT '' CHECK (length(pitch) <= 300),
  links text[] NOT NULL DEFAULT '{}' CHECK (cardinality(links) <= 3),
  search text NOT NULL DEFAULT '',
  is_open boolean NOT NULL DEFAULT false,
  paused_as talent_pause,
  tells_offers boolean NOT NULL DEFAULT true,
  consent_version integer,
  consented_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  confirmed_at timestamptz NOT NULL,
  reminded_at timestamptz,
  PRIMARY KEY (guild_id, user_id),
  -- Nothing is shown to a company before the person agreed to a given text, and nothing half-filled.
  CONSTRAINT talent_profile_consent CHECK ((consent_version IS NULL) = (consented_at IS NULL) AND (NOT is_open OR consent_version IS NOT NULL)),
  CONSTRAINT talent_profile_whole CHECK (NOT is_open OR (cardinality(contracts) > 0 AND cardinality(skills) > 0 AND department IS NOT NULL AND level IS NOT NULL)),
  CONSTRAINT talent_profile_city CHECK (city IS NULL OR department IS NOT NULL)
);
-- One query finds the people for an offer: those who have one of its skills, or could work there.
CREATE INDEX talent_profile_open ON talent_profile (guild_id, department) WHERE is_open;
CREATE INDEX talent_profile_skills ON talent_profile USING gin (skill_keys) WHERE is_open;
CREATE INDEX talent_profile_search ON talent_profile USING gin (search gin_trgm_ops) WHERE is_open;
CREATE INDEX talent_profile_confirmed ON talent_profile (confirmed_at) WHERE is_open;
CREATE INDEX talent_profile_closed ON talent_profile (updated_at) WHERE NOT is_open;

-- What one company calls one profile: a number drawn at random for the two of them, by which nobody else finds it.
CREATE TABLE talent_sight (
  id integer PRIMARY KEY CHECK (id BETWEEN 10000000 AND 99999999),
  guild_id text NOT NULL,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  user_id text NOT NULL,
  first_at timestamptz NOT NULL,
  seen_on date NOT NULL,
  FOREIGN KEY (guild_id, user_id) REFERENCES talent_profile ON DELETE CASCADE,
  UNIQUE (company_id, user_id)
);
CREATE INDEX talent_sight_company_id_seen_on_idx ON talent_sight (company_id, seen_on);
CREATE INDEX talent_sight_guild_id_user_id_idx ON talent_sight (guild_id, user_id);
CREATE INDEX talent_sight_seen_on_idx ON talent_sight (seen_on);

CREATE TABLE talent_search (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  filters jsonb NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX talent_search_guild_id_user_id_idx ON talent_search (guild_id, user_id);
CREATE INDEX talent_search_made_at_idx ON talent_search (made_at);

CREATE TABLE talent_contact (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  offer_id integer REFERENCES offer ON DELETE SET NULL,
  user_id text NOT NULL,
  asked_by text,
  -- What the company calls the profile: kept when the profile is deleted, since it says nothing by itself.
  number integer NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 5),
  message text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  state talent_answer NOT NULL DEFAULT 'asked',
  asked_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  ended_at timestamptz,
  thread_id text,
  begun_at timestamptz,
  opened_at timestamptz,
  CONSTRAINT talent_contact_ended CHECK ((state = 'asked') = (ended_at IS NULL))
);
-- Five questions of a company wait for an answer at most, and one for the same person.
CREATE UNIQUE INDEX talent_contact_slot ON talent_contact (company_id, slot) WHERE state = 'asked';
CREATE UNIQUE INDEX talent_contact_one ON talent_contact (company_id, user_id) WHERE state = 'asked';
CREATE INDEX talent_contact_company_id_user_id_idx ON talent_contact (company_id, user_id);
CREATE INDEX talent_contact_guild_id_user_id_idx ON talent_contact (guild_id, user_id);
CREATE INDEX talent_contact_guild_id_asked_by_idx ON talent_contact (guild_id, asked_by);
CREATE INDEX talent_contact_due ON talent_contact (closes_at) WHERE state = 'asked';
CREATE INDEX talent_contact_old ON talent_contact (ended_at) WHERE state <> 'asked';
CREATE INDEX talent_contact_unopened ON talent_contact (guild_id) WHERE state = 'accepted' AND opened_at IS NULL;

CREATE TABLE talent_block (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, company_id)
);
CREATE INDEX talent_block_company_id_idx ON talent_block (company_id);

CREATE TABLE talent_notice (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  day date NOT NULL,
  created_at timestamptz NOT NULL,
  told_at timestamptz,
  -- One message a day, and never twice for the same offer.
  UNIQUE (guild_id, user_id, day),
  UNIQUE (offer_id, user_id)
);
CREATE INDEX talent_notice_created_at_idx ON talent_notice (created_at);
