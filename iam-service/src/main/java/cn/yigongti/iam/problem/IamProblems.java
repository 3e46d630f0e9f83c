package cn.yigongti.iam.problem;

import java.util.Map;

import cn.yigongti.iam.client.LastCredential;
import cn.yigongti.iam.grant.BeyondOwnAuthority;
import cn.yigongti.iam.grant.HolderBeyondOwnAuthority;
import cn.yigongti.iam.grant.LastPlatformAdministrator;
import cn.yigongti.iam.permission.ForeignDeclaration;
import cn.yigongti.iam.permission.ResourceOwned;
import cn.yigongti.iam.resident.NoMobileBackend;
import cn.yigongti.iam.role.OwnRole;
import cn.yigongti.iam.role.RoleBeyondOwnPermissions;
import cn.yigongti.iam.role.RoleBuiltIn;
import cn.yigongti.iam.role.RoleCodeTaken;
import cn.yigongti.iam.role.RoleInUse;
import cn.yigongti.iam.secondfactor.AlreadyEnrolled;
import cn.yigongti.iam.secondfactor.SecondFactorCompulsory;
import cn.yigongti.iam.signin.ActivationRefused;
import cn.yigongti.iam.signin.UserInactive;
import cn.yigongti.iam.usersync.SyncEnded;
import cn.yigongti.iam.usersync.SyncRunning;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IamProblems {

	private final Problems problems;

	IamProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(BeyondOwnAuthority ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "beyond-own-authority", ex.assignment().roleCode(),
				ex.assignment().scope());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(HolderBeyondOwnAuthority ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "holder-beyond-own-authority", ex.assignment().roleCode(),
				ex.assignment().scope());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(ForeignDeclaration ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "foreign-declaration");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(ResourceOwned ex) {
		return this.problems.of(HttpStatus.CONFLICT, "resource-owned", ex.resource(), ex.owner());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(RoleBeyondOwnPermissions ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "role-beyond-own-permissions", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(OwnRole ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "own-role");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(RoleBuiltIn ex) {
		return this.problems.of(HttpStatus.CONFLICT, "role-built-in", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(RoleInUse ex) {
		return this.problems.of(HttpStatus.CONFLICT, "role-in-use", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(RoleCodeTaken ex) {
		return this.problems.of(HttpStatus.CONFLICT, "role-code-taken", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(LastPlatformAdministrator ex) {
		return this.problems.of(HttpStatus.CONFLICT, "last-platform-administrator");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(ActivationRefused ex) {
		return this.problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "activation-refused");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(AlreadyEnrolled ex) {
		return this.problems.of(HttpStatus.CONFLICT, "second-factor-enrolled");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(SecondFactorCompulsory ex) {
		return this.problems.of(HttpStatus.CONFLICT, "second-factor-compulsory");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(UserInactive ex) {
		return this.problems.of(HttpStatus.CONFLICT, "user-inactive");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(LastCredential ex) {
		return this.problems.of(HttpStatus.CONFLICT, "last-credential");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(NoMobileBackend ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "mobile-backends-only");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(SyncRunning ex) {
		return this.problems.of(HttpStatus.CONFLICT, "user-sync-running",
				Map.of("running", "/api/v1/user-syncs/" + ex.running()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> of(SyncEnded ex) {
		return this.problems.of(HttpStatus.CONFLICT, "user-sync-ended", ex.state());
	}

}
