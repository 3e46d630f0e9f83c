package cn.yigongti.iam.role.web;

import java.util.List;

import cn.yigongti.iam.permission.PermissionCatalogue;
import cn.yigongti.iam.role.Menu;
import cn.yigongti.iam.role.NamedMenu;
import cn.yigongti.iam.role.Wording;
import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogueController {

	private final PermissionCatalogue catalogue;

	private final Wording wording;

	CatalogueController(PermissionCatalogue catalogue, Wording wording) {
		this.catalogue = catalogue;
		this.wording = wording;
	}

	/** All that can be permitted, and who declares it. */
	@GetMapping("/api/v1/permissions")
	@RequiresPermission("permission:read")
	Catalogue<NamedPermission> permissions() {
		return Catalogue.of(this.catalogue.all()
			.stream()
			.map((permission) -> new NamedPermission(permission.code(), this.wording.of(permission),
					permission.services(), permission.withdrawn()))
			.toList());
	}

	/** The whole tree; what a caller may see of it is part of {@code /me}. */
	@GetMapping("/api/v1/menus")
	@RequiresPermission("menu:read")
	Catalogue<NamedMenu> menus() {
		return Catalogue.of(this.wording.of(Menu.tree()));
	}

	/**
	 * A permission as it is shown.
	 *
	 * @param services that declare it
	 * @param withdrawn whether none does any more; roles may keep it, to no effect
	 */
	record NamedPermission(String code, String name, List<String> services, boolean withdrawn) {

	}

}
