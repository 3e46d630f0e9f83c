package cn.yigongti.org.organizationimport.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.org.organization.KnownOrganizations;
import cn.yigongti.org.organization.KnownOrganizations.Name;
import cn.yigongti.org.organization.Register;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organizationimport.row.ImportRows;

import org.springframework.stereotype.Component;

/** Finds what rows refer to, for a whole batch with as many statements as for one. */
@Component
class Lookups {

	private final ImportRows rows;

	private final KnownOrganizations known;

	private final Register register;

	Lookups(ImportRows rows, KnownOrganizations known, Register register) {
		this.rows = rows;
		this.known = known;
		this.register = register;
	}

	Surroundings of(Run run, List<Entry> entries) {
		Set<String> institutionCodes = entries.stream()
			.flatMap((entry) -> Stream.of(entry.institutionCode(), entry.parentCode()))
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
		Set<String> creditCodes = entries.stream()
			.map(Entry::creditCode)
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
		Set<Name> names = entries.stream()
			.map(Surroundings::nameOf)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Map<String, UUID> byInstitutionCode = this.known.byInstitutionCode(institutionCodes);
		Map<String, UUID> byCreditCode = this.known.byCreditCode(creditCodes);
		Map<Name, UUID> byName = this.known.byName(names, run.startedAt());
		Set<UUID> ids = Stream.of(byInstitutionCode, byCreditCode, byName)
			.flatMap((found) -> found.values().stream())
			.collect(Collectors.toSet());
		Map<UUID, RegisteredOrganization> visible = this.register.lookUp(run.caller(), ids)
			.stream()
			.collect(Collectors.toMap(RegisteredOrganization::id, Function.identity()));
		return new Surroundings(this.rows.withInstitutionCodes(run.id(), institutionCodes),
				this.rows.withCreditCodes(run.id(), creditCodes), byInstitutionCode, byCreditCode, byName, visible);
	}

}
