package cn.yigongti.org.organizationimport.submission;

import cn.yigongti.org.organizationimport.ImportOptions;
import org.jspecify.annotations.Nullable;

/**
 * A request to import a file.
 *
 * @param idempotencyKey by which a repeated request is known
 */
public record Submission(String fileName, ImportOptions options, @Nullable String idempotencyKey) {

}
