package cn.yigongti.org.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import cn.yigongti.org.consortium.BoundToCounty;
import cn.yigongti.org.consortium.LeadCannotLeave;
import cn.yigongti.org.consortium.LeadChangeTooEarly;
import cn.yigongti.org.consortium.LeadRefused;
import cn.yigongti.org.consortium.LeadsConsortium;
import cn.yigongti.org.consortium.MembersRefused;
import cn.yigongti.org.consortium.RegisteredConsortium;
import cn.yigongti.org.organization.AlreadyClosed;
import cn.yigongti.org.organization.AlreadyInEffect;
import cn.yigongti.org.organization.ChangedBeforeOpened;
import cn.yigongti.org.organization.ClosedBeforeOpened;
import cn.yigongti.org.organization.HasOpenChildren;
import cn.yigongti.org.organization.LaterChange;
import cn.yigongti.org.organization.OpenWorkLeft;
import cn.yigongti.org.organization.OpenedAfterChange;
import cn.yigongti.org.organization.OutOfScope;
import cn.yigongti.org.region.BeyondReach;
import cn.yigongti.org.region.StillInUse;
import cn.yigongti.org.systemconfig.connectiontest.NothingToTest;
import cn.yigongti.org.systemconfig.connectiontest.TooManyTests;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a client hears when the register says no. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OrgProblems {

	private final Problems problems;

	OrgProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> outOfScope(OutOfScope ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "scope-exceeded", ex.regionCode());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> beyondReach(BeyondReach ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "scope-exceeded", ex.code());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> stillInUse(StillInUse ex) {
		return conflict("region-in-use", ex.divisions(), ex.organizations());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> closedBeforeOpened(ClosedBeforeOpened ex) {
		return invalid("/closedOn", "after", ex.openedOn().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> openedAfterChange(OpenedAfterChange ex) {
		return invalid("/openedOn", "before", ex.date().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> laterChange(LaterChange ex) {
		return this.problems.of(HttpStatus.CONFLICT, "later-change", Map.of("from", ex.date().toString()),
				ex.date().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> changedBeforeOpened(ChangedBeforeOpened ex) {
		return this.problems.ofFields(HttpStatus.BAD_REQUEST, "invalid-parameter",
				List.of(new FieldProblem("/from", "not-before", ex.openedOn().toString())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> alreadyInEffect(AlreadyInEffect ex) {
		return conflict("already-in-effect", ex.date().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> alreadyClosed(AlreadyClosed ex) {
		return conflict("already-closed", ex.closedOn().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> hasOpenChildren(HasOpenChildren ex) {
		return conflict("has-open-children", ex.count());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> openWorkLeft(OpenWorkLeft ex) {
		return this.problems.of(HttpStatus.CONFLICT, "open-work", Map.of("openWork", ex.openWork()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> leadsConsortium(LeadsConsortium ex) {
		return conflict("leads-consortium");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> boundToCounty(BoundToCounty ex) {
		return conflict("bound-to-county");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> leadCannotLeave(LeadCannotLeave ex) {
		return conflict("lead-cannot-leave");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> leadChangeTooEarly(LeadChangeTooEarly ex) {
		return invalid("/from", "not-before", ex.earliest().toString());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> leadRefused(LeadRefused ex) {
		String pointer = switch (ex.occasion()) {
			case ESTABLISHMENT -> "/leadOrganizationId";
			case CHANGE -> "/organizationId";
		};
		return switch (ex.reason()) {
			case UNKNOWN -> invalid(pointer, "unknown-organization");
			case NOT_COUNTY -> invalid(pointer, "lead-not-county");
			case OTHER_COUNTY -> invalid(pointer, "other-county");
			case NOT_ACTIVE -> invalid(pointer, "not-active");
			case NOT_MEMBER -> invalid(pointer, "not-member");
			case ALREADY_MEMBER -> conflict("already-member");
		};
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> membersRefused(MembersRefused ex) {
		List<FieldProblem> fields = ex.refusals().stream().map(OrgProblems::field).toList();
		if (!ex.isConflict()) {
			return this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", fields);
		}
		ResponseEntity<ProblemDetail> conflict = this.problems.ofFields(HttpStatus.CONFLICT, "already-member", fields);
		if (ex.refusals().size() == 1) {
			Optional.ofNullable(ex.refusals().getFirst().consortium())
				.ifPresent((known) -> body(conflict).setProperty("consortiumId", known.id()));
		}
		return conflict;
	}

	private static FieldProblem field(MembersRefused.Refusal refusal) {
		String pointer = (refusal.position() != null) ? "/organizationIds/" + refusal.position() : "/organizationId";
		String known = Optional.ofNullable(refusal.consortium()).map(RegisteredConsortium::name).orElse("");
		return switch (refusal.reason()) {
			case UNKNOWN -> new FieldProblem(pointer, "unknown-organization");
			case REPEATED -> new FieldProblem(pointer, "repeated");
			case NOT_ACTIVE -> new FieldProblem(pointer, "not-active");
			case OTHER_COUNTY -> new FieldProblem(pointer, "other-county");
			case ALREADY_MEMBER -> new FieldProblem(pointer, "already-member", known);
		};
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> nothingToTest(NothingToTest ex) {
		return conflict("nothing-to-test");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooManyTests(TooManyTests ex) {
		ProblemDetail problem = body(this.problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-connection-tests"));
		return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, "5").build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> brokenConstraint(DataIntegrityViolationException ex) {
		BrokenConstraint broken = BrokenConstraint.in(ex).orElseThrow(() -> ex);
		return broken.field().isEmpty() ? conflict(broken.code())
				: this.problems.of(HttpStatus.CONFLICT, broken.code(), Map.of("field", broken.field()), broken.field());
	}

	private ResponseEntity<ProblemDetail> conflict(String code, Object... arguments) {
		return this.problems.of(HttpStatus.CONFLICT, code, arguments);
	}

	private ResponseEntity<ProblemDetail> invalid(String pointer, String code, Object... arguments) {
		return this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid",
				List.of(new FieldProblem(pointer, code, arguments)));
	}

	private static ProblemDetail body(ResponseEntity<ProblemDetail> answer) {
		return Objects.requireNonNull(answer.getBody());
	}

}
