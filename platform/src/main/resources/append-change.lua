-- Appends to the stream of changes, if the entry that the writer has written last is still in it.
-- KEYS[1] the stream; ARGV[1] that entry, or nothing to begin; ARGV[2] seconds to keep entries; then names and numbers
-- Answers the id of the new entry, or nothing when the stream is not what it was.
if ARGV[1] ~= '' and #redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1]) == 0 then
	return false
end
local oldest = string.format('%.0f', (redis.call('TIME')[1] - ARGV[2]) * 1000)
local id = redis.call('XADD', KEYS[1], 'MINID', '~', oldest, '*', unpack(ARGV, 3))
redis.call('EXPIRE', KEYS[1], ARGV[2])
return id
