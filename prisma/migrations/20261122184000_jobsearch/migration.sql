-- Words as a search of offers compares them: French stems, without accents.
CREATE TEXT SEARCH CONFIGURATION offer_words (COPY = french);
ALTER TEXT SEARCH CONFIGURATION offer_words
  ALTER MAPPING FOR word, asciiword, hword, asciihword, hword_part, hword_asciipart WITH unaccent, french_stem;

-- What is left of a text once accents, case and punctuation are gone. Names that punctuation alone tells apart are spelled out first.
CREATE FUNCTION offer_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN trim(regexp_replace(
    regexp_replace(replace(replace(fold($1), 'c++', 'cplusplus'), 'c#', 'csharp'), '(^|[^a-z0-9])\.net\M', '\1 dotnet', 'g'),
    '[^a-z0-9]+', ' ', 'g'));

-- A word that no text has, since it begins with a letter and a zero: a fact of an offer that a search asks for as it asks for words.
CREATE FUNCTION offer_mark(kind text, value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN kind || '0' || regexp_replace(fold(value), '[^a-z0-9]+', '', 'g');

-- A city as people type it: `St Denis` is `Saint-Denis`.
CREATE FUNCTION offer_city(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(regexp_replace(offer_text($1), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g');

-- The offers that can be found now, as a search reads them. Kept by triggers, so that whatever publishes, hides, closes or suspends is seen.
CREATE TABLE listed_offer (
  offer_id integer PRIMARY KEY REFERENCES offer ON DELETE CASCADE,
  guild_id text NOT NULL,
  published_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  contract offer_contract NOT NULL,
  remote offer_remote NOT NULL,
  level offer_level,
  department text,
  skills text[] NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX listed_offer_recent ON listed_offer (guild_id, published_at, offer_id);
CREATE INDEX listed_offer_words ON listed_offer USING gin (words) WITH (fastupdate = off);

-- Words of the offers of a server, in which a word that nobody knows is looked for.
CREATE TABLE offer_word (
  guild_id text NOT NULL,
  word text COLLATE "C" NOT NULL,
  stem text COLLATE "C" NOT NULL,
  PRIMARY KEY (guild_id, word)
);
CREATE INDEX offer_word_stem ON offer_word (guild_id, stem);
CREATE INDEX offer_word_near ON offer_word USING gin (word gin_trgm_ops);

-- Lists these offers, or takes them off: published, and of a company that is verified, or of no company here.
CREATE FUNCTION list_offers(ids integer[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM listed_offer WHERE offer_id = ANY (ids) AND NOT EXISTS (
    SELECT FROM offer LEFT JOIN company ON company.id = offer.company_id
    WHERE offer.id = listed_offer.offer_id AND offer.state = 'published' AND (offer.company_id IS NULL OR company.state = 'verified'));
  INSERT INTO listed_offer (offer_id, guild_id, published_at, expires_at, contract, remote, level, department, skills, words)
  SELECT offer.id, offer.guild_id, offer.published_at, offer.expires_at, offer.contract, offer.remote, offer.level, offer.department, offer.skills,
    setweight(to_tsvector('offer_words', offer_text(offer.title)), 'A')
    || setweight(to_tsvector('offer_words', concat_ws(' ',
      offer_text(array_to_string(offer.skills, ' ')),
      offer_text(coalesce(company.name, offer.relayed_for)),
      offer_text(offer.city),
      (SELECT string_agg(offer_mark('s', skill), ' ') FROM unnest(offer.skills) AS skill),
      CASE offer.contract WHEN 'apprenticeship' THEN 'alternance apprentissage alternant' WHEN 'internship' THEN 'stage stagiaire'
        WHEN 'temporary' THEN 'interim' ELSE offer.contract::text END)), 'B')
    || strip(to_tsvector('offer_words', concat_ws(' ',
      offer_text(offer.missions), offer_text(offer.profile), offer_text(offer.accessibility),
      CASE WHEN offer.remote <> 'none' THEN 'teletravail remote' END,
      offer_mark('k', offer.contract::text), offer_mark('r', offer.remote::text), offer_mark('n', coalesce(offer.level::text, 'any')),
      offer_mark('d', offer.department), offer_mark('v', offer_city(offer.city)), offer_mark('g', offer.guild_id),
      offer_mark('j', offer.guild_id || 'x' || floor(extract(epoch FROM offer.published_at) / 86400)::int))))
  FROM offer LEFT JOIN company ON company.id = offer.company_id
  WHERE offer.id = ANY (ids) AND offer.state = 'published' AND (offer.company_id IS NULL OR company.state = 'verified')
  ORDER BY offer.id
  ON CONFLICT (offer_id) DO UPDATE SET published_at = EXCLUDED.published_at, expires_at = EXCLUDED.expires_at, contract = EXCLUDED.contract,
    remote = EXCLUDED.remote, level = EXCLUDED.level, department = EXCLUDED.department, skills = EXCLUDED.skills, words = EXCLUDED.words;
  -- In the order of the words: two who publish at once wait, and never for each other.
  INSERT INTO offer_word (guild_id, word, stem)
  SELECT guild_id, word, (ts_lexize('french_stem', word))[1]
  FROM (
    SELECT DISTINCT offer.guild_id, word
    FROM listed_offer JOIN offer ON offer.id = listed_offer.offer_id LEFT JOIN company ON company.id = offer.company_id,
      regexp_split_to_table(concat_ws(' ', offer_text(offer.title), offer_text(array_to_string(offer.skills, ' ')),
        offer_text(coalesce(company.name, offer.relayed_for)), offer_text(offer.city), offer_text(offer.missions), offer_text(offer.profile)), ' ') AS word
    WHERE listed_offer.offer_id = ANY (ids) AND length(word) BETWEEN 3 AND 40 AND word ~ '[a-z]' AND word !~ '\d') AS found
  WHERE (ts_lexize('french_stem', word))[1] IS NOT NULL
  ORDER BY guild_id, word
  ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION offer_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM list_offers(array_agg(id)) FROM changed WHERE state = 'published' HAVING count(*) > 0;
  ELSE
    PERFORM list_offers(array_agg(id)) FROM changed JOIN former USING (id)
    WHERE (changed.state = 'published' OR former.state = 'published')
      AND (changed.state, changed.title, changed.skills, changed.missions, changed.profile, changed.accessibility, changed.city, changed.department,
        changed.contract, changed.remote, changed.level, changed.relayed_for, changed.company_id, changed.published_at, changed.expires_at)
      IS DISTINCT FROM (former.state, former.title, former.skills, former.missions, former.profile, former.accessibility, former.city, former.department,
        former.contract, former.remote, former.level, former.relayed_for, former.company_id, former.published_at, former.expires_at)
    HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER offer_listed_insert AFTER INSERT ON offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION offer_listed();
CREATE TRIGGER offer_listed_update AFTER UPDATE ON offer
  REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION offer_listed();

CREATE FUNCTION company_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM list_offers(array_agg(id)) FROM offer WHERE company_id = NEW.id AND state = 'published' HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER company_listed AFTER UPDATE OF state, name ON company FOR EACH ROW
  WHEN ((OLD.state = 'verified') IS DISTINCT FROM (NEW.state = 'verified') OR OLD.name <> NEW.name) EXECUTE FUNCTION company_listed();

-- What finding remembers of somebody.
CREATE TABLE job_seeker (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  seen_at timestamptz,
  seen_before timestamptz,
  digest_hour integer NOT NULL DEFAULT 9 CHECK (digest_hour BETWEEN 0 AND 23),
  digest_on date,
  told_on date,
  told_count integer NOT NULL DEFAULT 0,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id)
);
CREATE INDEX job_seeker_used ON job_seeker (used_at);

-- One a person: its pages show what was found then. What a crash loses is searched again, and no search waits for the disk.
CREATE UNLOGGED TABLE job_search (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  number integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('search', 'news')),
  text text NOT NULL DEFAULT '',
  contract offer_contract,
  place text,
  remote offer_remote,
  level offer_level,
  since timestamptz,
  read_as jsonb,
  offer_ids integer[] NOT NULL,
  is_cut boolean NOT NULL DEFAULT false,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id)
);
CREATE INDEX job_search_asked ON job_search (asked_at);

CREATE TABLE saved_offer (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, offer_id)
);
CREATE INDEX saved_offer_offer_id_idx ON saved_offer (offer_id);
CREATE INDEX saved_offer_recent ON saved_offer (guild_id, user_id, saved_at);

CREATE TABLE job_alert (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 3),
  locale text NOT NULL,
  text text NOT NULL DEFAULT '',
  contract offer_contract,
  place text,
  remote offer_remote,
  level offer_level,
  -- A tsquery, against the words of a listed offer.
  query text NOT NULL,
  is_immediate boolean NOT NULL,
  is_on boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT job_alert_asks CHECK (text <> '' OR num_nonnulls(contract, place, remote, level) > 0)
);
-- At most three a person: each has a slot of its own.
CREATE UNIQUE INDEX job_alert_slot ON job_alert (guild_id, user_id, slot);
CREATE INDEX job_alert_on ON job_alert (guild_id) WHERE is_on;
CREATE INDEX job_alert_off ON job_alert (changed_at) WHERE NOT is_on;

-- An offer that somebody is told of, once, whichever of their alerts found it first.
CREATE TABLE alert_match (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  alert_id integer NOT NULL REFERENCES job_alert ON DELETE CASCADE,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  matched_at timestamptz NOT NULL,
  -- Null: waits for the digest. Otherwise the day of the digest that has it.
  digest_on date,
  is_immediate boolean NOT NULL DEFAULT false,
  told_at timestamptz
);
CREATE UNIQUE INDEX alert_match_once ON alert_match (guild_id, user_id, offer_id);
CREATE INDEX alert_match_alert_id_idx ON alert_match (alert_id);
CREATE INDEX alert_match_offer_id_idx ON alert_match (offer_id);
CREATE INDEX alert_match_waiting ON alert_match (guild_id, user_id, matched_at) WHERE told_at IS NULL;
CREATE INDEX alert_match_matched ON alert_match (matched_at);
