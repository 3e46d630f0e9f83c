package cn.yigongti.org.organizationimport.submission;

/** The idempotency key came with another file, or the same file to be taken otherwise. */
public class KeyReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
