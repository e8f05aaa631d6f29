-- What a server has of the automatic rules as a whole.
CREATE TABLE rule_setting (
  guild_id text PRIMARY KEY,
  -- Grows with each change of what the rules read; every process that holds them in memory reads them again then.
  revision integer NOT NULL DEFAULT 1,
  -- Grows with each false alarm that is learnt and each level of a raid, for which no rule is made ready anew.
  learnt integer NOT NULL DEFAULT 1,
  -- The proposed rules were added, once.
  seeded_at timestamptz,
  -- The one message that proposes to turn on what has watched for long enough, and how many there were before it.
  asks integer NOT NULL DEFAULT 0,
  asked_channel_id text,
  asked_message_id text
);

CREATE TYPE rule_mode AS ENUM ('off', 'shadow', 'on');
CREATE TYPE rule_event AS ENUM ('message', 'edit', 'join', 'automod');

CREATE TABLE rule (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- Of a proposed rule: which.
  template text,
  -- Triggers, conditions, exemptions, actions, counter: checked by the program each time it is read.
  body jsonb NOT NULL,
  mode rule_mode NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- In shadow mode: its figures are shown to administrators then.
  shadow_until timestamptz,
  asked_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT rule_name UNIQUE (guild_id, name),
  CONSTRAINT rule_shadow CHECK ((mode = 'shadow') = (shadow_until IS NOT NULL))
);
CREATE UNIQUE INDEX rule_template ON rule (guild_id, template) WHERE template IS NOT NULL;
CREATE INDEX rule_asked ON rule (shadow_until) WHERE mode = 'shadow' AND asked_at IS NULL;
CREATE INDEX rule_waiting ON rule (guild_id, shadow_until) WHERE mode = 'shadow';

-- Words that a rule shall never hit again: a fingerprint, from which they cannot be read.
CREATE TABLE rule_exception (
  id serial PRIMARY KEY,
  rule_id integer NOT NULL REFERENCES rule ON DELETE CASCADE,
  fingerprint text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT rule_exception_once UNIQUE (rule_id, fingerprint)
);

-- Pictures that the server wants to know again, by their perceptual hash, from which they cannot be seen.
CREATE TABLE rule_image (
  guild_id text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{16}$'),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, hash)
);

CREATE TYPE rule_list_kind AS ENUM ('blocked', 'allowed');
CREATE TABLE rule_list (
  guild_id text NOT NULL,
  kind rule_list_kind NOT NULL,
  domain text NOT NULL CHECK (length(domain) BETWEEN 3 AND 253),
  PRIMARY KEY (guild_id, kind, domain)
);

-- A rule that somebody is writing.
CREATE TABLE rule_draft (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  author_id text NOT NULL,
  -- The rule that it changes, as it was when the writing began.
  rule_id integer REFERENCES rule ON DELETE CASCADE,
  rule_revision integer,
  name text NOT NULL DEFAULT '',
  body jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT rule_draft_author UNIQUE (guild_id, author_id)
);
CREATE INDEX rule_draft_age ON rule_draft (updated_at);
CREATE INDEX rule_draft_rule ON rule_draft (rule_id);

-- What the rules found of one person within some minutes, or one rule of a crowd, in the channel of moderators.
CREATE TABLE rule_card (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text,
  rule_id integer REFERENCES rule ON DELETE CASCADE,
  opened_at timestamptz NOT NULL,
  -- Moderators are to be called, and were.
  is_call boolean NOT NULL DEFAULT false,
  called_at timestamptz,
  channel_id text,
  message_id text,
  closed_at timestamptz,
  CONSTRAINT rule_card_of CHECK ((user_id IS NULL) <> (rule_id IS NULL))
);
CREATE INDEX rule_card_rule ON rule_card (rule_id, opened_at);
CREATE INDEX rule_card_person ON rule_card (guild_id, user_id, opened_at);
CREATE INDEX rule_card_age ON rule_card (opened_at);
CREATE INDEX rule_card_waiting ON rule_card (guild_id, id) WHERE closed_at IS NULL;

CREATE TYPE rule_verdict AS ENUM ('founded', 'mistaken');

CREATE TABLE rule_hit (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  rule_id integer NOT NULL REFERENCES rule ON DELETE CASCADE,
  card_id integer REFERENCES rule_card ON DELETE SET NULL,
  -- Names what happened, so that an event which comes twice is one hit.
  event_key text NOT NULL,
  event rule_event NOT NULL,
  mode rule_mode NOT NULL CHECK (mode <> 'off'),
  user_id text NOT NULL,
  user_name text NOT NULL,
  channel_id text,
  message_id text,
  content text NOT NULL DEFAULT '',
  fingerprint text,
  -- Which triggers, where, and why.
  found jsonb NOT NULL,
  -- The counter was reached and the cooldown over: the rule acted, or would have.
  is_due boolean NOT NULL,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  case_id integer REFERENCES moderation_case ON DELETE SET NULL,
  verdict rule_verdict,
  verdict_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT rule_hit_once UNIQUE (rule_id, event_key)
);
CREATE INDEX rule_hit_guild ON rule_hit (guild_id, created_at);
CREATE INDEX rule_hit_rule ON rule_hit (rule_id, id);
CREATE INDEX rule_hit_card ON rule_hit (card_id);
CREATE INDEX rule_hit_person ON rule_hit (guild_id, user_id);
CREATE INDEX rule_hit_age ON rule_hit (created_at);
CREATE INDEX rule_hit_evidence ON rule_hit (evidence_id);
CREATE INDEX rule_hit_case ON rule_hit (case_id);

-- Messages that a hit takes away.
CREATE TABLE rule_message (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  hit_id integer NOT NULL REFERENCES rule_hit ON DELETE CASCADE,
  channel_id text NOT NULL,
  message_id text NOT NULL,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  removed_at timestamptz,
  CONSTRAINT rule_message_once UNIQUE (hit_id, message_id)
);
CREATE INDEX rule_message_there ON rule_message (guild_id, message_id);
CREATE INDEX rule_message_evidence ON rule_message (evidence_id);

-- A message that comes back, whichever hit took it away.
CREATE TABLE rule_restore (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  message_id text NOT NULL,
  hit_id integer NOT NULL REFERENCES rule_hit ON DELETE CASCADE,
  channel_id text NOT NULL,
  evidence_id integer REFERENCES moderation_evidence ON DELETE SET NULL,
  restored_id text,
  done_at timestamptz,
  failure text,
  created_at timestamptz NOT NULL,
  CONSTRAINT rule_restore_once UNIQUE (guild_id, message_id)
);
CREATE INDEX rule_restore_hit ON rule_restore (hit_id);
CREATE INDEX rule_restore_evidence ON rule_restore (evidence_id);

CREATE TYPE rule_action_state AS ENUM ('pending', 'done', 'passed', 'refused');

-- What a hit sets going, each by itself.
CREATE TABLE rule_action (
  id serial PRIMARY KEY,
  hit_id integer NOT NULL REFERENCES rule_hit ON DELETE CASCADE,
  place integer NOT NULL,
  kind text NOT NULL,
  data jsonb NOT NULL,
  state rule_action_state NOT NULL DEFAULT 'pending',
  -- Why it was passed over or refused.
  code text,
  at timestamptz,
  CONSTRAINT rule_action_place UNIQUE (hit_id, place)
);

CREATE TABLE rule_counter (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  name text NOT NULL,
  -- A rule that only observes counts apart from those that act.
  is_shadow boolean NOT NULL,
  value double precision NOT NULL CHECK (value >= 0),
  at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, name, is_shadow)
);
CREATE INDEX rule_counter_age ON rule_counter (at);

CREATE TABLE rule_cooldown (
  rule_id integer NOT NULL REFERENCES rule ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  acted_at timestamptz NOT NULL,
  PRIMARY KEY (rule_id, user_id)
);
CREATE INDEX rule_cooldown_person ON rule_cooldown (guild_id, user_id);
CREATE INDEX rule_cooldown_age ON rule_cooldown (acted_at);

CREATE TYPE rule_hold_kind AS ENUM ('slow', 'lock');

-- A channel that a rule slowed down or locked, and how it was before.
CREATE TABLE rule_hold (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  channel_id text NOT NULL,
  kind rule_hold_kind NOT NULL,
  interval_seconds integer NOT NULL DEFAULT 0,
  before jsonb,
  until timestamptz NOT NULL,
  applied_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX rule_hold_open ON rule_hold (channel_id, kind) WHERE ended_at IS NULL;
CREATE INDEX rule_hold_due ON rule_hold (until) WHERE ended_at IS NULL;
CREATE INDEX rule_hold_guild ON rule_hold (guild_id);
