CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- `unaccent` is only STABLE because its dictionary could change; ours does not, and a generated column needs IMMUTABLE.
CREATE FUNCTION fold(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(unaccent('unaccent'::regdictionary, $1));

CREATE TYPE kind AS ENUM ('learner', 'trainer', 'alumni', 'staff', 'recruiter', 'candidate');
CREATE TYPE request_status AS ENUM ('draft', 'pending', 'asked', 'accepted', 'refused', 'cancelled');

CREATE TABLE guild (
  id text PRIMARY KEY,
  locale text NOT NULL DEFAULT 'fr' CHECK (locale IN ('fr', 'en')),
  time_zone text NOT NULL DEFAULT 'Europe/Paris',
  created_at timestamptz NOT NULL,
  left_at timestamptz
);

CREATE TABLE role_binding (
  guild_id text NOT NULL REFERENCES guild ON DELETE CASCADE,
  key text NOT NULL,
  role_id text NOT NULL,
  PRIMARY KEY (guild_id, key, role_id)
);

CREATE TABLE channel_binding (
  guild_id text NOT NULL REFERENCES guild ON DELETE CASCADE,
  key text NOT NULL,
  channel_id text NOT NULL,
  PRIMARY KEY (guild_id, key)
);

CREATE TABLE setup_run (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  requested_by text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('fr', 'en')),
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  is_mending boolean NOT NULL DEFAULT false,
  report jsonb NOT NULL DEFAULT '[]'
);
-- One run of a guild at a time: a second one joins the first.
CREATE UNIQUE INDEX setup_run_open ON setup_run (guild_id) WHERE finished_at IS NULL;

CREATE TABLE member (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  username text NOT NULL,
  display_name text NOT NULL,
  joined_at timestamptz NOT NULL,
  left_at timestamptz,
  screening boolean NOT NULL DEFAULT false,
  welcomed_at timestamptz,
  welcome_asked_at timestamptz,
  kind kind,
  first_name text,
  last_name text,
  email text,
  identified_at timestamptz,
  identified_by text,
  granted_role_id text,
  search text NOT NULL GENERATED ALWAYS AS (
    fold(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || display_name || ' ' || username || ' ' || coalesce(email, ''))
  ) STORED,
  -- Bytes are compared, which is many times faster: folded names have no accents left to sort.
  sort_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
    fold(coalesce(last_name, display_name) || ' ' || coalesce(first_name, ''))
  ) STORED,
  PRIMARY KEY (guild_id, user_id),
  CONSTRAINT member_identified_whole CHECK (
    num_nonnulls(kind, first_name, last_name, email, identified_at) IN (0, 5)
  )
);
CREATE INDEX member_user_id_idx ON member (user_id);
CREATE INDEX member_guild_id_identified_by_idx ON member (guild_id, identified_by);
-- Discord gives the list of members in the order of their ids as numbers.
CREATE INDEX member_present ON member (guild_id, (user_id::bigint)) WHERE left_at IS NULL;
-- A page of a search that many people match is read in the order it is shown.
CREATE INDEX member_sorted ON member (guild_id, (left_at IS NOT NULL), sort_key, user_id);
CREATE INDEX member_search ON member USING gin (search gin_trgm_ops);
-- Whose role is another than the one bound now.
CREATE INDEX member_granted ON member (guild_id, kind, granted_role_id) WHERE left_at IS NULL AND identified_at IS NOT NULL;
CREATE INDEX member_left ON member (left_at) WHERE left_at IS NOT NULL;
CREATE INDEX member_arrived ON member (guild_id, joined_at) WHERE left_at IS NULL AND welcomed_at IS NULL AND NOT screening;

CREATE TABLE consent (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  version text NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, version)
);

CREATE TABLE identification_request (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  status request_status NOT NULL DEFAULT 'draft',
  kind kind,
  first_name text,
  last_name text,
  email text,
  locale text NOT NULL DEFAULT 'fr' CHECK (locale IN ('fr', 'en')),
  revision integer NOT NULL DEFAULT 0,
  former_kind kind,
  question text,
  answer text,
  reason text,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  card_channel_id text,
  card_message_id text,
  shortfalls text[] NOT NULL DEFAULT '{}',
  staff_reminded_at timestamptz,
  person_reminded_at timestamptz,
  CONSTRAINT identification_request_sent_whole CHECK (
    status IN ('draft', 'cancelled') OR num_nonnulls(kind, first_name, last_name, email, submitted_at) = 5
  ),
  CONSTRAINT identification_request_decided_at CHECK (status NOT IN ('asked', 'accepted', 'refused', 'cancelled') OR decided_at IS NOT NULL)
);
CREATE INDEX identification_request_guild_id_user_id_idx ON identification_request (guild_id, user_id);
CREATE INDEX identification_request_guild_id_decided_by_idx ON identification_request (guild_id, decided_by);
CREATE UNIQUE INDEX identification_request_open ON identification_request (guild_id, user_id)
  WHERE status IN ('draft', 'pending', 'asked');
-- The questions of the reminders and of the staff's queue.
CREATE INDEX identification_request_waiting ON identification_request (guild_id, submitted_at) WHERE status = 'pending';
CREATE INDEX identification_request_card ON identification_request (card_message_id) WHERE status IN ('pending', 'asked');
CREATE INDEX identification_request_short ON identification_request (guild_id) WHERE status = 'accepted' AND shortfalls <> '{}';
CREATE INDEX identification_request_halfway ON identification_request (created_at) WHERE status = 'draft';
CREATE INDEX identification_request_asked ON identification_request (decided_at) WHERE status = 'asked';
CREATE INDEX identification_request_closed ON identification_request (decided_at) WHERE status IN ('accepted', 'refused', 'cancelled');

CREATE TABLE panel (
  guild_id text NOT NULL,
  key text NOT NULL,
  channel_id text NOT NULL,
  message_id text,
  PRIMARY KEY (guild_id, key)
);

CREATE TABLE notice (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  key text NOT NULL,
  via text CHECK (via IN ('dm', 'thread', 'none')),
  channel_id text,
  message_id text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (guild_id, user_id, key)
);
CREATE INDEX notice_created ON notice (created_at);

CREATE TABLE form_draft (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  form text NOT NULL,
  "values" jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (guild_id, user_id, form)
);
CREATE INDEX form_draft_created ON form_draft (created_at);

CREATE TABLE cooldown (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  command text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, command)
);
CREATE INDEX cooldown_until ON cooldown (until);

CREATE TABLE fault (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  key text NOT NULL,
  code integer NOT NULL,
  detail text NOT NULL,
  created_at timestamptz NOT NULL,
  told_at timestamptz,
  UNIQUE (guild_id, key)
);

CREATE TABLE pseudonym (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  ref uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  kept_until timestamptz,
  PRIMARY KEY (guild_id, user_id)
);

CREATE TABLE audit_entry (
  id bigserial PRIMARY KEY,
  guild_id text NOT NULL,
  actor_ref uuid NOT NULL,
  target_ref uuid,
  action text NOT NULL,
  subject text,
  before jsonb,
  after jsonb,
  at timestamptz NOT NULL
);
CREATE INDEX audit_entry_guild_id_actor_ref_idx ON audit_entry (guild_id, actor_ref);
CREATE INDEX audit_entry_guild_id_target_ref_idx ON audit_entry (guild_id, target_ref);
CREATE INDEX audit_entry_guild_id_at_idx ON audit_entry (guild_id, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
