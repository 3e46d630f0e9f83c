package cn.yigongti.consultation.center;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Doctor;
import cn.yigongti.consultation.directory.Presence;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Who is on the staff of an organization now, as its HIS says. */
@Component
class Staff {

	private static final String DOCTORS = "/reportingDoctorIds/";

	/**
	 * Every doctor is a question of its own, to the iam-service and to a HIS behind it.
	 */
	private static final int AT_ONCE = 8;

	private static final ContextSnapshotFactory CONTEXT = ContextSnapshotFactory.builder().build();

	private final Directory directory;

	Staff(Directory directory) {
		this.directory = directory;
	}

	/** One of the two: who it is, or what is wrong with them. */
	private record Judged(@Nullable ReportingDoctor doctor, @Nullable String flaw) {
	}

	/**
	 * The doctors with these ids, in this order.
	 * @param known those who are taken as they are
	 * @throws InvalidInput that names each who is no physician active at the organization
	 * now
	 */
	List<ReportingDoctor> doctors(UUID organizationId, List<UUID> ids,
			Function<UUID, Optional<ReportingDoctor>> known) {
		refuseRepeated(ids);
		List<ReportingDoctor> doctors = new ArrayList<>();
		List<FieldProblem> problems = new ArrayList<>();
		for (Judged judged : atOnce(ids,
				(id) -> known.apply(id).map(Staff::fit).orElseGet(() -> judge(id, organizationId)))) {
			if (judged.flaw() != null) {
				problems.add(new FieldProblem(DOCTORS + (doctors.size() + problems.size()), judged.flaw()));
			}
			if (judged.doctor() != null) {
				doctors.add(judged.doctor());
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return doctors;
	}

	private static void refuseRepeated(List<UUID> ids) {
		Set<UUID> seen = new HashSet<>();
		for (int i = 0; i < ids.size(); i++) {
			if (!seen.add(ids.get(i))) {
				throw new InvalidInput(DOCTORS + i, "repeated");
			}
		}
	}

	private Judged judge(UUID id, UUID organizationId) {
		Optional<Presence> presence = this.directory.presenceOf(id)
			.filter((found) -> found.organizationId().equals(organizationId));
		Optional<Doctor> doctor = presence.flatMap((_) -> this.directory.doctor(id)).filter(Doctor::isPhysician);
		if (doctor.isEmpty()) {
			return new Judged(null, "not-a-doctor-of-the-center");
		}
		if (!presence.orElseThrow().active()) {
			return new Judged(null, "inactive");
		}
		return fit(new ReportingDoctor(id, doctor.get().name()));
	}

	private static Judged fit(ReportingDoctor doctor) {
		return new Judged(doctor, null);
	}

	private static <T> List<T> atOnce(List<UUID> ids, Function<UUID, T> question) {
		List<T> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			ExecutorService traced = ContextExecutorService.wrap(threads, CONTEXT::captureAll);
			List<Callable<T>> questions = ids.stream().<Callable<T>>map((id) -> () -> question.apply(id)).toList();
			for (Future<T> answer : traced.invokeAll(questions)) {
				answers.add(answer.get());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while asking for doctors", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		return answers;
	}

}
