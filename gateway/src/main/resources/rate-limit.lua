-- Generic cell rate algorithm: one key holds the microsecond at which all requests so far are paid off.
-- KEYS[1] the client; ARGV[1] microseconds a request costs; ARGV[2] microseconds one may be in debt
-- Answers 0, or the microseconds to wait.
local cost = tonumber(ARGV[1])
local credit = tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local debt = math.max((tonumber(redis.call('GET', KEYS[1])) or 0) - now, 0) + cost
if debt > credit then
	return debt - credit
end
redis.call('SET', KEYS[1], string.format('%.0f', now + debt), 'PX', math.ceil(debt / 1000))
return 0
