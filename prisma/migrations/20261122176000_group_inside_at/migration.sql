-- Since when a person is in the thread of their group: who joined the server again since then is no longer in it.
ALTER TABLE group_place ADD COLUMN inside_at timestamptz;
