ALTER TABLE offer
  ADD COLUMN flagged_at timestamptz,
  ADD COLUMN read_texts jsonb,
  ADD COLUMN untold_at timestamptz,
  ADD COLUMN looks text;

UPDATE offer SET flagged_at = report.since
FROM (SELECT offer_id, min(created_at) AS since FROM offer_report WHERE settled_at IS NULL GROUP BY offer_id) AS report
WHERE report.offer_id = offer.id;
UPDATE offer SET flagged_at = reported_at WHERE flagged_at IS NULL AND reported_at IS NOT NULL AND state <> 'closed';

-- All that waits for staff: a single report too, whatever became of the offer meanwhile.
DROP INDEX offer_waiting;
CREATE INDEX offer_waiting ON offer (guild_id, submitted_at)
  WHERE state = 'pending' OR (state = 'published' AND decided_at IS NULL) OR proposed_at IS NOT NULL OR flagged_at IS NOT NULL
    OR (state = 'hidden' AND reported_at IS NOT NULL);
