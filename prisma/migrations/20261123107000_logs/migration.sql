CREATE TYPE log_kind AS ENUM ('edits', 'deletions', 'members', 'roles', 'voice');
CREATE TYPE log_what AS ENUM ('edited', 'deleted', 'joined', 'left', 'roles', 'renamed', 'entered', 'moved', 'exited');

-- Where each kind of log is written. A kind that was switched off keeps its row: what it wrote is still removed in time.
CREATE TABLE log_channel (
  guild_id text NOT NULL,
  kind log_kind NOT NULL,
  -- Null: off.
  channel_id text,
  days integer NOT NULL DEFAULT 30 CHECK (days BETWEEN 1 AND 365),
  -- For how long the words of people are kept; of edits and deletions.
  text_days integer NOT NULL DEFAULT 7 CHECK (text_days BETWEEN 1 AND 30),
  -- Channels of which nothing is written.
  ignored text[] NOT NULL DEFAULT '{}' CHECK (cardinality(ignored) <= 25),
  PRIMARY KEY (guild_id, kind),
  CONSTRAINT log_channel_text CHECK (text_days <= days)
);

-- What people write where everybody reads, so that a log can say what was edited or deleted.
CREATE TABLE message_copy (
  message_id text PRIMARY KEY,
  guild_id text NOT NULL,
  channel_id text NOT NULL,
  user_id text NOT NULL,
  user_name text NOT NULL,
  content text NOT NULL,
  -- Names of the attached files.
  files text[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL
);
CREATE INDEX message_copy_at ON message_copy (guild_id, at);
CREATE INDEX message_copy_person ON message_copy (guild_id, user_id, at);

-- A message of a log on Discord, which tells of many things at once.
CREATE TABLE log_post (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  kind log_kind NOT NULL,
  channel_id text NOT NULL,
  -- Null until it is posted.
  message_id text,
  -- It quotes people.
  has_text boolean NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX log_post_at ON log_post (guild_id, kind, at);
CREATE INDEX log_post_waiting ON log_post (guild_id, kind, id) WHERE message_id IS NULL;

CREATE TABLE log_entry (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  kind log_kind NOT NULL,
  what log_what NOT NULL,
  -- Names what happened: an event that comes twice is written once.
  ref text NOT NULL,
  post_id integer REFERENCES log_post ON DELETE CASCADE,
  -- Whom it is about; null for the author of a message of which there is no copy.
  user_id text,
  user_name text NOT NULL DEFAULT '',
  -- Who did it, when that is somebody else.
  actor_id text,
  channel_id text,
  from_channel_id text,
  message_id text,
  before text NOT NULL DEFAULT '',
  after text NOT NULL DEFAULT '',
  files text[] NOT NULL DEFAULT '{}',
  -- Deleted together with others.
  in_bulk boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  CONSTRAINT log_entry_ref UNIQUE (guild_id, ref)
);
CREATE INDEX log_entry_waiting ON log_entry (guild_id, kind, id) WHERE post_id IS NULL;
CREATE INDEX log_entry_age ON log_entry (guild_id, kind, at);
CREATE INDEX log_entry_text ON log_entry (guild_id, kind, at) WHERE before <> '' OR after <> '' OR files <> '{}';
CREATE INDEX log_entry_post ON log_entry (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX log_entry_person ON log_entry (guild_id, user_id);
CREATE INDEX log_entry_actor ON log_entry (guild_id, actor_id) WHERE actor_id IS NOT NULL;

-- How many deletions of an entry of Discord's audit log were told of: it counts on in the same entry for some minutes.
CREATE TABLE log_audit (
  guild_id text NOT NULL,
  entry_id text NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, entry_id)
);
CREATE INDEX log_audit_at ON log_audit (at);
