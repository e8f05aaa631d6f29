-- Which channel of the promo's template opened the room: the channel itself may be made again under another id.
ALTER TABLE voice_room ADD COLUMN lobby_key text;
UPDATE voice_room AS room SET lobby_key = place.key
FROM promo_place AS place WHERE place.promo_id = room.promo_id AND place.discord_id = room.lobby_id;
