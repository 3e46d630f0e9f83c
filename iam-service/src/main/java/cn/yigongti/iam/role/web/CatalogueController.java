package cn.yigongti.iam.role.web;

import cn.yigongti.iam.role.Menu;
import cn.yigongti.iam.role.NamedMenu;
import cn.yigongti.iam.role.Permissions;
import cn.yigongti.iam.role.Wording;
import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogueController {

	private final Wording wording;

	CatalogueController(Wording wording) {
		this.wording = wording;
	}

	@GetMapping("/api/v1/permissions")
	@RequiresPermission("permission:read")
	Catalogue<NamedPermission> permissions() {
		return Catalogue.of(Permissions.catalogue()
			.stream()
			.map((permission) -> new NamedPermission(permission, this.wording.ofPermission(permission)))
			.toList());
	}

	/** The whole tree; what a caller may see of it is part of {@code /me}. */
	@GetMapping("/api/v1/menus")
	@RequiresPermission("menu:read")
	Catalogue<NamedMenu> menus() {
		return Catalogue.of(this.wording.of(Menu.tree()));
	}

	record NamedPermission(String code, String name) {

	}

}
