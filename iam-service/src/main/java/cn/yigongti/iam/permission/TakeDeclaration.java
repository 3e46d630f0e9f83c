package cn.yigongti.iam.permission;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import cn.yigongti.platform.permission.Permission;
import cn.yigongti.platform.permission.PermissionRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what services declare into the catalogue; the iam-service's own, too. */
@Service
class TakeDeclaration implements PermissionRegister {

	private static final Logger log = LoggerFactory.getLogger(TakeDeclaration.class);

	private final PermissionCatalogue catalogue;

	private final ApplicationEventPublisher events;

	TakeDeclaration(PermissionCatalogue catalogue, ApplicationEventPublisher events) {
		this.catalogue = catalogue;
		this.events = events;
	}

	/**
	 * Takes a declaration as a whole or not at all.
	 * @throws ResourceOwned when some of it is about what another service owns
	 */
	@Override
	@Transactional
	public void take(String service, Collection<Permission> permissions) {
		this.catalogue.lock();
		this.catalogue.verifyUnowned(service, permissions);
		Set<String> added = permissions.stream().map(Permission::code).collect(Collectors.toCollection(TreeSet::new));
		added.removeAll(this.catalogue.codes());
		this.catalogue.write(service, permissions);
		if (!added.isEmpty()) {
			log.info("{} declares the permissions {}", service, added);
			this.events.publishEvent(new CatalogueGrew());
		}
	}

}
