package cn.yigongti.org.organizationimport;

/** How far an import has come. */
public enum ImportState {

	/** Waits for somebody to run it. */
	QUEUED,
	/** Is being read and checked. */
	RUNNING,
	/** What could be applied is; in a dry run, would be. */
	SUCCEEDED,
	/** Nothing was applied. */
	FAILED;

	public boolean isOver() {
		return this == SUCCEEDED || this == FAILED;
	}

}
