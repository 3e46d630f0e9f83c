create trigger note_outdates after insert or update or delete on note
  for each statement execute function outdate_cache('note');
