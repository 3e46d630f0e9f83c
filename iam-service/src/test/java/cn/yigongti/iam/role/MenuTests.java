package cn.yigongti.iam.role;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MenuTests {

	@Test
	void everyEntryNeedsAPermissionOfTheCatalogue() {
		assertThat(Menu.allEntries()).isNotEmpty()
			.allMatch((entry) -> entry.permission() != null
					&& Permissions.unknownOf(List.of(entry.permission())).isEmpty());
	}

	@Test
	void showsAnEntryWhenItIsBothInTheRoleAndPermittedAndTheGroupThatLeadsThere() {
		List<Menu> shown = Menu.tree(Set.of("REFERRAL_CENTRE", "USERS", "HOME"),
				Set.of("referral:read", "dashboard:read", "role:read"));

		assertThat(shown).extracting(Menu::code).containsExactly("HOME", "REFERRAL");
		assertThat(shown.getLast().children()).extracting(Menu::code).containsExactly("REFERRAL_CENTRE");
	}

}
