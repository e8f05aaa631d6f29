-- Cancelled, since nobody published its proposal.
ALTER TABLE mentoring_campaign ADD COLUMN lapsed boolean NOT NULL DEFAULT false;
ALTER TABLE mentoring_campaign ADD CONSTRAINT mentoring_campaign_lapsed CHECK (NOT lapsed OR state = 'cancelled');
CREATE INDEX mentoring_campaign_waiting ON mentoring_campaign (closed_at) WHERE state IN ('closed', 'preview');
