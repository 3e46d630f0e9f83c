package cn.yigongti.org.organizationimport.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.yigongti.org.organization.RegisterOrganizations;
import cn.yigongti.org.organization.RegisterOrganizations.Outcome;
import cn.yigongti.org.organizationimport.row.Header;
import cn.yigongti.org.organizationimport.row.ImportRows.WaitingRow;
import cn.yigongti.org.organizationimport.row.RowProblem;
import cn.yigongti.org.organizationimport.row.RowReader;
import cn.yigongti.org.organizationimport.row.Verdict;

import org.springframework.stereotype.Component;

/** Registers the organizations of a batch of rows, and says of the others why not. */
@Component
class JudgeRows {

	private final RowReader reader;

	private final Lookups lookups;

	private final RegisterOrganizations registration;

	JudgeRows(RowReader reader, Lookups lookups, RegisterOrganizations registration) {
		this.reader = reader;
		this.lookups = lookups;
		this.registration = registration;
	}

	List<Verdict> judge(Run run, Header header, List<WaitingRow> batch) {
		List<Entry> entries = batch.stream()
			.map((row) -> new Entry(row.position().line(), this.reader.read(header, row.cells())))
			.toList();
		Surroundings around = this.lookups.of(run, entries);
		List<Verdict> verdicts = new ArrayList<>();
		List<Entry> fresh = new ArrayList<>();
		for (Entry entry : entries) {
			Entry examined = entry.with(around.problemsOf(entry));
			around.knownAs(entry)
				.ifPresentOrElse((id) -> verdicts.add(asKnown(examined, id)), () -> fresh.add(examined));
		}
		verdicts.addAll(register(run, around, fresh));
		return verdicts;
	}

	private static Verdict asKnown(Entry entry, UUID id) {
		return entry.row().problems().isEmpty() ? Verdict.unchanged(entry.line(), id)
				: Verdict.rejected(entry.line(), entry.row().problems());
	}

	private List<Verdict> register(Run run, Surroundings around, List<Entry> entries) {
		List<Probe> probes = entries.stream().map((entry) -> new Probe(entry.row(), around.parentOf(entry))).toList();
		Outcome outcome = this.registration.register(run.caller(), probes.stream().map(Probe::candidate).toList());
		return IntStream.range(0, entries.size()).mapToObj((i) -> {
			UUID registered = outcome.registered().get(i);
			return (registered != null) ? Verdict.accepted(entries.get(i).line(), registered)
					: Verdict.rejected(entries.get(i).line(), problems(probes.get(i), i, outcome));
		}).toList();
	}

	private static List<RowProblem> problems(Probe probe, int position, Outcome outcome) {
		List<RowProblem> problems = new ArrayList<>(probe.row().problems());
		outcome.refusals()
			.stream()
			.filter((refusal) -> refusal.position() == position)
			.map((refusal) -> RowProblem.of(refusal.problem()))
			.filter(probe::concerns)
			.forEach(problems::add);
		return problems;
	}

}
