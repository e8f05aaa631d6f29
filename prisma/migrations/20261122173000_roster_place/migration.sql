-- Who used the codes of others has the first line; the others are expected again, and get a code with the next ones.
UPDATE roster_line AS line SET claimed_by = NULL, claimed_at = NULL
FROM roster_line AS first
WHERE first.promo_id = line.promo_id AND first.claimed_by = line.claimed_by AND (first.claimed_at, first.id) < (line.claimed_at, line.id);
-- A person has one line of a promo.
CREATE UNIQUE INDEX roster_line_place ON roster_line (promo_id, claimed_by) WHERE claimed_by IS NOT NULL;

-- Each making of codes has its own number, so that who makes new ones knows which they replace.
CREATE SEQUENCE roster_code_round AS integer;
ALTER TABLE roster_line ADD COLUMN code_round integer NOT NULL DEFAULT 0;
