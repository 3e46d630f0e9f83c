-- What is set at an organization itself. What it leaves open it inherits, see ADR 18.
create table system_config (
	organization_id      uuid primary key references organization,
	system_name          text check (char_length(system_name) between 1 and 60),
	system_api_url       text,
	consultation_api_url text,
	platform_url         text,
	regional             boolean
);

-- What is cached of an effective configuration is made of these.
create trigger system_config_outdates after insert or update or delete on system_config
	for each statement execute function outdate_cache('system_config');
create trigger organization_outdates_configurations after insert or update or delete on organization
	for each statement execute function outdate_cache('system_config');
create trigger edition_outdates_configurations after insert or update or delete on organization_edition
	for each statement execute function outdate_cache('system_config');
create trigger membership_outdates_configurations after insert or update or delete on membership
	for each statement execute function outdate_cache('system_config');
create trigger leadership_outdates_configurations after insert or update or delete on leadership
	for each statement execute function outdate_cache('system_config');
