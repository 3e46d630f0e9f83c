-- Notes in the transaction that what a cache holds is old when it commits. For triggers; the argument names the cache.
create function outdate_cache() returns trigger language plpgsql as $$
begin
  perform set_config('outdated.' || tg_argv[0], 'yes', true);
  return null;
end $$;
