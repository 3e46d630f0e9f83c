package cn.yigongti.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "cn.yigongti.gateway", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("cn.yigongti.gateway.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule nothingIsOfTheServletStack = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "cn.yigongti.platform..");

	@ArchTest
	static final ArchRule namesSayWhatThingsAre = noClasses().should()
		.haveNameMatching(".*(Impl|Manager|Utils?|Helper|Constants|VO|BO|DO|DTO|Entity)")
		.orShould()
		.haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");

	@ArchTest
	static final ArchRule fieldsAreNotInjected = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

}
