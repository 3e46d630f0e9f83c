package cn.yigongti.iam.role;

import java.util.List;
import java.util.Set;

import cn.yigongti.iam.testing.Declarations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MenuTests {

	@Test
	void everyEntryNeedsAPermissionThatAServiceDeclares() {
		assertThat(Menu.allEntries()).isNotEmpty()
			.extracting(Menu::permission)
			.isSubsetOf(Declarations.ofAllServices());
	}

	@Test
	void showsAnEntryWhenItIsBothInTheRoleAndPermittedAndTheGroupThatLeadsThere() {
		List<Menu> shown = Menu.tree(Set.of("REFERRAL_CENTRE", "USERS", "HOME"),
				Set.of("referral:read", "dashboard:read", "role:read"));

		assertThat(shown).extracting(Menu::code).containsExactly("HOME", "REFERRAL");
		assertThat(shown.getLast().children()).extracting(Menu::code).containsExactly("REFERRAL_CENTRE");
	}

}
