-- A page of promos is read in the order it is shown; an archive that grows for years is not.
CREATE INDEX promo_guild_id_state_ends_on_idx ON promo (guild_id, state, ends_on);
CREATE INDEX promo_guild_id_manager_id_idx ON promo (guild_id, manager_id);
-- A promo by any part of its name.
CREATE INDEX promo_name_part ON promo USING gin (fold(name) gin_trgm_ops);
-- Everybody who ever was in a promo; those of today have promo_member_open.
CREATE INDEX promo_member_promo_id_idx ON promo_member (promo_id);
-- The size of a promo, without reading its people.
CREATE INDEX promo_member_counted ON promo_member (promo_id, part) WHERE left_at IS NULL;

-- The names of a person's promos of today, so that they are found by them.
ALTER TABLE member DROP COLUMN search;
ALTER TABLE member ADD COLUMN promos text NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (
  fold(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || display_name || ' ' || username || ' ' || coalesce(email, '')
    || ' ' || promos)
) STORED;
CREATE INDEX member_search ON member USING gin (search gin_trgm_ops);

CREATE FUNCTION promo_names(of_guild text, of_user text) RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT coalesce(string_agg(DISTINCT promo.name, ' '), '') FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
    WHERE person.guild_id = of_guild AND person.user_id = of_user AND person.left_at IS NULL AND promo.state IN ('planned', 'active', 'ended'));

UPDATE member SET promos = promo_names(guild_id, user_id)
WHERE EXISTS (SELECT FROM promo_member AS person
  WHERE person.guild_id = member.guild_id AND person.user_id = member.user_id AND person.left_at IS NULL);

-- Rows are locked first and in one order: whoever changes another promo of the same people waits, and then reads what we wrote.
CREATE FUNCTION name_promos(guilds text[], users text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM member
  WHERE (guild_id, user_id) IN (SELECT * FROM unnest(guilds, users))
  ORDER BY guild_id, user_id FOR UPDATE;
  UPDATE member SET promos = promo_names(guild_id, user_id)
  WHERE (guild_id, user_id) IN (SELECT * FROM unnest(guilds, users)) AND promos <> promo_names(guild_id, user_id);
END $$;

CREATE FUNCTION promo_member_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM name_promos(array_agg(guild_id), array_agg(user_id)) FROM (SELECT DISTINCT guild_id, user_id FROM changed) AS people
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER promo_member_added AFTER INSERT ON promo_member REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION promo_member_named();
CREATE TRIGGER promo_member_changed AFTER UPDATE ON promo_member REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION promo_member_named();
CREATE TRIGGER promo_member_gone AFTER DELETE ON promo_member REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION promo_member_named();

CREATE FUNCTION promo_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM name_promos(array_agg(person.guild_id), array_agg(person.user_id))
  FROM now JOIN former USING (id) JOIN promo_member AS person ON person.promo_id = now.id AND person.left_at IS NULL
  WHERE now.name <> former.name OR (now.state IN ('planned', 'active', 'ended')) <> (former.state IN ('planned', 'active', 'ended'))
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER promo_changed AFTER UPDATE ON promo REFERENCING OLD TABLE AS former NEW TABLE AS now
  FOR EACH STATEMENT EXECUTE FUNCTION promo_named();

-- Somebody may be in a promo before they are seen on the server.
CREATE FUNCTION member_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM name_promos(array_agg(seen.guild_id), array_agg(seen.user_id))
  FROM changed AS seen
  WHERE EXISTS (SELECT FROM promo_member AS person
    WHERE person.guild_id = seen.guild_id AND person.user_id = seen.user_id AND person.left_at IS NULL)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER member_added AFTER INSERT ON member REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION member_named();
