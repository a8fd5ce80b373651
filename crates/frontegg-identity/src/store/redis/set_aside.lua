-- Puts a session that cannot be read aside, unless there is another one by now.
-- KEYS: session, place aside. ARGV: the session, life of what is aside in ms.
-- Gives 1, or 0 if it is no longer there.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
    return 0
end
redis.call('RENAME', KEYS[1], KEYS[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1
