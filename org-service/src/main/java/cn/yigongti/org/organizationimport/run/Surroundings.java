package cn.yigongti.org.organizationimport.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.org.organization.KnownOrganizations.Name;
import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.row.Namesake;
import cn.yigongti.org.organizationimport.row.RowOutcome;
import cn.yigongti.org.organizationimport.row.RowProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of rows refers to, in the file and in the register.
 *
 * @param visible the organizations they may be, as far as the caller can see them
 */
record Surroundings(Map<String, Namesake> rowsByInstitutionCode, Map<String, Namesake> rowsByCreditCode,
		Map<String, UUID> byInstitutionCode, Map<String, UUID> byCreditCode, Map<Name, UUID> byName,
		Map<UUID, RegisteredOrganization> visible) {

	static @Nullable Name nameOf(Entry entry) {
		OrganizationDraft draft = entry.draft();
		boolean coded = draft.institutionCode() != null || draft.creditCode() != null;
		return (coded || entry.row().isWrongIn(Column.NAME) || entry.row().isWrongIn(Column.REGION_CODE)) ? null
				: new Name(draft.name(), draft.regionCode());
	}

	/**
	 * The organization in the register that the row speaks of. Those of the same name are
	 * the same only if all else is.
	 */
	Optional<UUID> knownAs(Entry entry) {
		return registered(entry).filter((known) -> nameOf(entry) == null || isTheSame(entry, known))
			.map(RegisteredOrganization::id);
	}

	private boolean isTheSame(Entry entry, RegisteredOrganization known) {
		return entry.row().problems().isEmpty() && differences(entry, known).isEmpty();
	}

	/** All that is wrong with a row because of others. */
	List<RowProblem> problemsOf(Entry entry) {
		List<RowProblem> problems = new ArrayList<>(repetitions(entry));
		unknownParent(entry).ifPresent(problems::add);
		Optional<RegisteredOrganization> known = registered(entry);
		if (known.isEmpty()) {
			refusedParent(entry).ifPresent(problems::add);
		}
		else if (nameOf(entry) == null) {
			problems.addAll(contradictions(entry, known.get()));
		}
		return problems;
	}

	private Optional<RegisteredOrganization> registered(Entry entry) {
		return entry.institutionCode()
			.map(this.byInstitutionCode::get)
			.or(() -> entry.creditCode().map(this.byCreditCode::get))
			.or(() -> Optional.ofNullable(nameOf(entry)).map(this.byName::get))
			.map(this.visible::get);
	}

	private List<RowProblem> differences(Entry entry, RegisteredOrganization known) {
		return Comparison.differences(entry.draft().under(parentOf(entry)), OrganizationDraft.of(known));
	}

	/** A code belongs to what is registered with it, not to something else. */
	private List<RowProblem> contradictions(Entry entry, RegisteredOrganization known) {
		List<RowProblem> differences = differences(entry, known);
		boolean byInstitution = entry.institutionCode().filter(this.byInstitutionCode::containsKey).isPresent();
		RowProblem duplicate = new RowProblem(byInstitution ? Column.INSTITUTION_CODE : Column.CREDIT_CODE,
				"duplicate-code");
		return differences.isEmpty() ? differences : Stream.concat(Stream.of(duplicate), differences.stream()).toList();
	}

	private List<RowProblem> repetitions(Entry entry) {
		List<RowProblem> problems = new ArrayList<>();
		entry.creditCode()
			.map(this.rowsByCreditCode::get)
			.filter(Namesake::isRepeated)
			.ifPresent((rows) -> problems.add(repeated(Column.CREDIT_CODE, rows, entry)));
		entry.institutionCode()
			.map(this.rowsByInstitutionCode::get)
			.filter(Namesake::isRepeated)
			.ifPresent((rows) -> problems.add(repeated(Column.INSTITUTION_CODE, rows, entry)));
		return problems;
	}

	private static RowProblem repeated(Column column, Namesake rows, Entry entry) {
		return new RowProblem(column, "repeated-in-file", String.valueOf(rows.otherThan(entry.line())));
	}

	private Optional<RowProblem> unknownParent(Entry entry) {
		return entry.parentCode()
			.filter((code) -> !this.rowsByInstitutionCode.containsKey(code)
					&& !this.byInstitutionCode.containsKey(code))
			.map((code) -> new RowProblem(Column.PARENT, "unknown-organization"));
	}

	/** A parent that still waits when its child's turn has come is of no higher tier. */
	private Optional<RowProblem> refusedParent(Entry entry) {
		Optional<Namesake> parent = entry.parentCode().map(this.rowsByInstitutionCode::get);
		return switch (parent.map(Namesake::outcome).orElse(RowOutcome.ACCEPTED)) {
			case REJECTED ->
				parent.map((row) -> new RowProblem(Column.PARENT, "parent-rejected", String.valueOf(row.first())));
			case PENDING -> entry.draft().knownTier().map((tier) -> new RowProblem(Column.PARENT, "parent-tier"));
			default -> Optional.empty();
		};
	}

	@Nullable UUID parentOf(Entry entry) {
		return entry.parentCode().flatMap(this::organizationWith).orElse(null);
	}

	private Optional<UUID> organizationWith(String code) {
		return Optional.ofNullable(this.rowsByInstitutionCode.get(code))
			.filter((row) -> row.outcome() == RowOutcome.ACCEPTED || row.outcome() == RowOutcome.UNCHANGED)
			.map(Namesake::organizationId)
			.filter(Objects::nonNull)
			.or(() -> Optional.ofNullable(this.byInstitutionCode.get(code)));
	}

}
