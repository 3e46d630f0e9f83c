package cn.yigongti.platform.permission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DeclarePermissionsTests {

	private final Queue<RuntimeException> troubles = new ArrayDeque<>();

	private final List<Collection<Permission>> heard = new ArrayList<>();

	private final DeclarePermissions declaring = new DeclarePermissions("sample-service",
			DeclaredPermissions.ofThisService(), this::take, Duration.ofMillis(1));

	@Test
	void waitsUntilItIsHeardAndSaysOnceWhatItWaitsFor(CapturedOutput output) throws InterruptedException {
		this.troubles.add(new DependencyUnavailable("iam-service", null));
		this.troubles.add(new DependencyUnavailable("iam-service", null));

		this.declaring.run(new DefaultApplicationArguments());

		assertThat(this.troubles).isEmpty();
		assertThat(this.heard).hasSize(1);
		assertThat(output.getAll().lines().filter((line) -> line.contains("can't be declared yet"))).hasSize(1);
	}

	@Test
	void doesNotWaitForAnotherAnswerWhenItIsRefused(CapturedOutput output) throws InterruptedException {
		this.troubles.add(new RemoteProblem("declare", 409, "resource-owned"));

		this.declaring.run(new DefaultApplicationArguments());

		assertThat(this.heard).isEmpty();
		assertThat(output).contains("refuses the permissions of sample-service");
	}

	@Test
	void saysItAgainForAnIamServiceThatForgot() throws InterruptedException {
		this.declaring.run(new DefaultApplicationArguments());
		this.troubles.add(new DependencyUnavailable("iam-service", null));
		this.declaring.repeat();
		this.declaring.repeat();

		assertThat(this.heard).hasSize(2);
	}

	private void take(String service, Collection<Permission> permissions) {
		RuntimeException trouble = this.troubles.poll();
		if (trouble != null) {
			throw trouble;
		}
		this.heard.add(permissions);
	}

}
