package cn.yigongti.org.organizationimport.run;

import java.io.IOException;
import java.util.List;

import cn.yigongti.org.organizationimport.Failure;
import cn.yigongti.org.organizationimport.ImportOptions;
import cn.yigongti.org.organizationimport.Tally;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.row.ImportRows.Position;
import cn.yigongti.org.organizationimport.row.ImportRows.WaitingRow;
import cn.yigongti.org.organizationimport.row.RowOutcome;
import cn.yigongti.org.organizationimport.row.Verdict;
import cn.yigongti.org.organizationimport.run.StageRows.Staged;
import cn.yigongti.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one import from its beginning to its end. Organizations are registered in one
 * transaction; what is found about rows is written down beside it, where it can be seen
 * while the work goes on and stays when the registration is rolled back.
 */
@Component
class RunImport {

	private final StageRows staging;

	private final JudgeRows judgement;

	private final ImportRows rows;

	private final Runs runs;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final TransactionTemplate registration;

	private final TransactionTemplate beside;

	RunImport(StageRows staging, JudgeRows judgement, ImportRows rows, Runs runs, AuditTrail audit, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.staging = staging;
		this.judgement = judgement;
		this.rows = rows;
		this.runs = runs;
		this.audit = audit;
		this.jdbc = jdbc;
		this.registration = new TransactionTemplate(transactions);
		this.beside = new TransactionTemplate(transactions);
		this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	void run(Run run) throws IOException {
		Staged staged = this.staging.stage(run);
		this.registration.executeWithoutResult((status) -> register(run, staged, status));
	}

	private void register(Run run, Staged staged, TransactionStatus status) {
		Tally tally = Tally.ofRows(staged.rows());
		Position position = Position.START;
		List<WaitingRow> batch = this.rows.next(run.id(), position, StageRows.BATCH);
		while (!batch.isEmpty()) {
			List<Verdict> verdicts = this.judgement.judge(run, staged.header(), batch);
			for (Verdict verdict : verdicts) {
				tally = tally.plus(verdict.outcome());
			}
			note(run, tally, verdicts);
			position = batch.getLast().position();
			batch = this.rows.next(run.id(), position, StageRows.BATCH);
		}
		// what would be refused at the end is refused now, also in a dry run
		this.jdbc.sql("set constraints all immediate").update();
		conclude(run, tally, status);
	}

	private void note(Run run, Tally tally, List<Verdict> verdicts) {
		this.beside.executeWithoutResult((status) -> {
			this.runs.report(run, tally);
			this.rows.judge(run.id(), verdicts);
		});
	}

	private void conclude(Run run, Tally tally, TransactionStatus status) {
		ImportOptions options = run.taken().options();
		Failure failure = (tally.rejected() > 0 && !options.partial()) ? Failure.rowsRejected(tally.rejected()) : null;
		if (failure == null && !options.dryRun()) {
			this.runs.finish(run, null, tally.allApplied());
			this.rows.apply(run.id());
			this.audit.record(run.caller(), "organization-import:apply", "organization-import", run.id().toString(),
					null);
		}
		else {
			status.setRollbackOnly();
			this.beside.executeWithoutResult((ignored) -> takeBack(run, failure, tally));
		}
	}

	private void takeBack(Run run, @Nullable Failure failure, Tally tally) {
		this.runs.finish(run, failure, tally);
		this.rows.revoke(run.id(), (failure != null) ? RowOutcome.NOT_APPLIED : RowOutcome.ACCEPTED);
	}

}
