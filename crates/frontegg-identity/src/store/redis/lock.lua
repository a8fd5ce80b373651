-- Takes the lease if nobody has it.
-- KEYS: lease, fence. ARGV: token, life of the lease in ms, life of the fence in ms.
-- Gives the lock's number and whether it is inherited; or 0 and how long the lease lives yet, in ms.
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] then
    -- The answer to our first try was lost.
    local mine = redis.call('HMGET', KEYS[2], 'held', 'inherited')
    return { tonumber(mine[1]), tonumber(mine[2]) }
elseif holder then
    return { 0, redis.call('PTTL', KEYS[1]) }
end
-- The time, so that numbers grow even if the last one is forgotten. A double is exact up to 2^53, as %.0f is.
local time = redis.call('TIME')
local number = tonumber(time[1]) * 1000000 + tonumber(time[2])
local before = redis.call('HMGET', KEYS[2], 'last', 'held')
if before[1] and tonumber(before[1]) >= number then
    number = tonumber(before[1]) + 1
end
local inherited = before[2] and 1 or 0
local text = string.format('%.0f', number)
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('HSET', KEYS[2], 'last', text, 'held', text, 'inherited', inherited)
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[3]) then
    redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return { number, inherited }
