-- Saves or removes a session, unless somebody with a newer lock has done so.
-- KEYS: session, fence. ARGV: number of the lock, life of the fence in ms, and to save: the session, its end in ms since
-- 1970 or nothing, its life in ms if that is nothing.
-- Gives 1, or 0 if the lock is lost.
local number = tonumber(ARGV[1])
local written = redis.call('HGET', KEYS[2], 'written')
if written then
    if tonumber(written) > number then
        return 0
    end
else
    -- Nobody has written, or it is so long ago that it is forgotten: then the lock is older than all that is known.
    local time = redis.call('TIME')
    local age = tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000 - number / 1000
    if age > tonumber(ARGV[2]) then
        return 0
    end
end
local life = 0
if ARGV[3] then
    redis.call('SET', KEYS[1], ARGV[3])
    if ARGV[4] == '' then
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
    else
        redis.call('PEXPIREAT', KEYS[1], ARGV[4])
    end
    life = math.max(0, redis.call('PTTL', KEYS[1]))
else
    redis.call('DEL', KEYS[1])
end
redis.call('HSET', KEYS[2], 'written', ARGV[1])
-- Longer than the session, so that whoever held a lock before cannot bring back what has ended.
redis.call('PEXPIRE', KEYS[2], string.format('%.0f', life + tonumber(ARGV[2])))
return 1
