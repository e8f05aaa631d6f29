-- A sanction is one also of somebody who is no mentor yet, or no more: it holds when they become one.
ALTER TABLE mentor_hold DROP CONSTRAINT mentor_hold_guild_id_user_id_fkey;

-- Staff were told that an approved mentor changed their texts. What was before needs no telling.
ALTER TABLE mentor_event ADD COLUMN noted_at timestamptz;
UPDATE mentor_event SET noted_at = at WHERE kind = 'edited';
CREATE INDEX mentor_event_unread ON mentor_event (guild_id, user_id) WHERE kind = 'edited' AND noted_at IS NULL;
CREATE INDEX mentor_event_noted ON mentor_event (guild_id, noted_at) WHERE noted_at IS NOT NULL;

-- Profiles that nobody goes on with.
CREATE INDEX mentor_open ON mentor_profile (updated_at) WHERE state IN ('asked', 'pending');
