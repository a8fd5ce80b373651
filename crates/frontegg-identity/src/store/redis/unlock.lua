-- Ends the lease if it is ours.
-- KEYS: lease, fence. ARGV: token; number of the lock, or nothing if we never saw it; 1 if it is given back, 0 if its holder
-- has died.
local is_ours = redis.call('GET', KEYS[1]) == ARGV[1]
if is_ours then
    redis.call('DEL', KEYS[1])
end
if ARGV[3] == '1' then
    local fence = redis.call('HMGET', KEYS[2], 'held', 'inherited')
    -- Who never saw it could not look after what the holder before has left.
    local is_unseen = ARGV[2] == '' and is_ours and fence[2] == '0'
    if is_unseen or fence[1] == ARGV[2] then
        redis.call('HDEL', KEYS[2], 'held')
    end
end
return 1
