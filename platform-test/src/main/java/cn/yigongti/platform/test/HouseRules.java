package cn.yigongti.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What keeps every service in the house style; included by each service's
 * {@code ArchitectureTests}.
 */
public final class HouseRules {

	@ArchTest
	static final ArchRule featuresHaveNoCycles = slices().matching("cn.yigongti.*.(*)..")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule featuresNeverImportTheirWeb = noClasses().that()
		.resideOutsideOfPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("cn.yigongti.(*).(*).web..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule namesSayWhatThingsAre = noClasses().should()
		.haveNameMatching(".*(Impl|Manager|Utils?|Helper|Constants|VO|BO|DO|DTO|Entity)")
		.orShould()
		.haveNameMatching(".*\\.(Base|Abstract)[A-Z][A-Za-z]*")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = fields().should()
		.notBeAnnotatedWith(Autowired.class)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule onlyClientsUseFeign = noClasses().that()
		.resideOutsideOfPackages("..directory..", "..openwork..", "..conversion..", "..thirdparty..", "..cloudhis..",
				"..config..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("feign..", "org.springframework.cloud.openfeign..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule operationsDeclareWhatTheyNeed = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(RestController.class)
		.and(new DescribedPredicate<JavaMethod>("handle requests") {
			@Override
			public boolean test(JavaMethod method) {
				return method.isMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping");
			}
		})
		.should(declareAPermission())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule controllersStayInWeb = classes().that()
		.areAnnotatedWith(RestController.class)
		.should()
		.resideInAPackage("..web..")
		.allowEmptyShould(true);

	private HouseRules() {
	}

	private static ArchCondition<JavaMethod> declareAPermission() {
		return new ArchCondition<>("declare a permission or be public") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				boolean declared = method.isAnnotatedWith("cn.yigongti.platform.caller.RequiresPermission")
						|| method.isAnnotatedWith("cn.yigongti.platform.caller.PublicOperation");
				if (!declared) {
					JavaClass owner = method.getOwner();
					events.add(SimpleConditionEvent.violated(method, owner.getName() + "." + method.getName()));
				}
			}
		};
	}

}
