package cn.yigongti.iam.role;

import java.util.List;
import java.util.Locale;

import cn.yigongti.iam.permission.CataloguedPermission;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What permissions, roles and menu entries are called in the language of the request. */
@Component
public class Wording {

	private final MessageSource messages;

	Wording(MessageSource messages) {
		this.messages = messages;
	}

	/** A permission is called as the service that owns it says. */
	public String of(CataloguedPermission permission) {
		boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
		return english ? permission.english() : permission.chinese();
	}

	/**
	 * The roles that come with the product are called in the reader's language, others as
	 * their makers called them.
	 */
	public String ofRole(Role role) {
		return role.builtIn() ? text("role." + role.code()) : role.name();
	}

	public List<NamedMenu> of(List<Menu> menus) {
		return menus.stream()
			.map((menu) -> new NamedMenu(menu.code(), text("menu." + menu.code()), menu.path(), menu.permission(),
					of(menu.children())))
			.toList();
	}

	private String text(String key) {
		Locale locale = LocaleContextHolder.getLocale();
		return this.messages.getMessage(key, null, locale);
	}

}
